import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { makePeerActor } from '../support/peer-actor.ts';
import { PEERS } from '../support/peers/all.ts';
import { gotosocialAnswers } from '../support/peers/gotosocial.ts';
import { AP_TYPES } from '../support/peers/simulator.ts';
import { openSink, type Sink } from '../support/sink.ts';

describe('over HTTP, as other servers do it', () => {
  let pine: TestDistrict;
  let sink: Sink;
  let ruth: string;

  beforeAll(async () => {
    [pine, sink] = await Promise.all([openDistrict(), openSink()]);
    ruth = await aTeacher(pine.ctx, 'ruth');
  });

  afterAll(async () => {
    await Promise.all([pine?.stop(), sink?.close()]);
  });

  test.each(PEERS)('$name finds every actor by WebFinger and gets it where that leads', async (peer) => {
    const { host } = pine.ctx;
    for (const name of ['ruth', 'pinehollow', host]) {
      const answer = await fetch(`${pine.origin}/.well-known/webfinger?resource=acct:${name}@${host}`, {
        headers: { accept: 'application/jrd+json, application/json' },
      });
      expect(answer.headers.get('content-type')).toMatch(/^application\/jrd\+json/);
      const { subject, links } = await answer.json();
      const self = links.filter((link: { rel: string }) => link.rel === 'self');
      expect(self).toEqual([{ rel: 'self', type: AP_TYPES[0], href: expect.any(String) }]);
      const served = await fetch(self[0].href, { headers: { accept: peer.accept }, redirect: 'manual' });
      const actor = await served.json();
      expect([served.status, actor.id]).toEqual([200, self[0].href]);
      expect(AP_TYPES).toContain(served.headers.get('content-type'));
      expect(subject).toBe(`acct:${actor.preferredUsername}@${host}`);
    }
  });

  test.each(PEERS)('$name gets ActivityPub from the page of a story too', async (peer) => {
    const { uri, url } = await publish(pine.ctx, ruth);
    const served = await fetch(url, { headers: { accept: peer.accept }, redirect: 'manual' });
    expect(AP_TYPES).toContain(served.headers.get('content-type'));
    expect(await served.json()).toMatchObject({ id: uri, url });
  });

  test('GoToSocial shows nothing without a signature: the first request has one, and so has every delivery', async () => {
    const bob = makePeerActor(sink.origin, 'bob', { path: '/users/bob', type: 'Person' });
    const instance = makePeerActor(sink.origin, 'gts', { path: '/users/gts', type: 'Application' });
    for (const actor of [bob, instance])
      sink.on(new URL(actor.uri).pathname, (response, { headers }) => {
        const status = gotosocialAnswers(headers);
        response
          .writeHead(status, { 'content-type': AP_TYPES[0] })
          .end(status === 200 ? JSON.stringify(actor.document) : '');
      });
    sink.on('/inbox', { status: 202 });
    expect((await pine.ctx.lookup.actor(bob.uri)).handle).toBe('bob');
    // what a server is, it says to everybody
    for (const { headers } of sink.requests.filter(({ path }) => !path.startsWith('/.well-known/'))) {
      expect(headers.signature).toMatch(
        /algorithm="rsa-sha256",headers="\(request-target\) host date accept"/,
      );
      expect(headers).not.toHaveProperty('signature-input');
    }
    await pine.ctx.db
      .insertInto('follow')
      .values({
        follower_id: (await pine.ctx.lookup.actor(bob.uri)).id,
        followed_id: ruth,
        uri: `${bob.uri}#follow`,
        state: 'accepted',
      })
      .execute();
    const { uri } = await publish(pine.ctx, ruth);
    const delivery = await eventually('the delivery', async () =>
      sink.requests.find(({ method, body }) => method === 'POST' && body.includes(uri)),
    );
    expect(delivery.headers['content-type']).toBe('application/activity+json');
    expect(delivery.headers.signature).toMatch(/"\(request-target\) host date digest content-type"/);
    // BookWyrm, the strictest, believes what was signed at most 300 seconds before
    expect(Date.now() - Date.parse(delivery.headers.date ?? '')).toBeLessThan(300_000);
  });
});
