import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { openPeer } from '../support/peer.ts';
import { AS, type Json, PUBLIC } from '../support/peer-actor.ts';

const AP = 'application/activity+json';

describe('the door of the inbox', () => {
  let known: KnownSender;

  beforeAll(async () => {
    known = await openKnownSender();
  });

  afterAll(() => known?.stop());

  const aCreate = (more: Json = {}) => known.creates(known.aNote(more));
  const unsigned = async (headers: Record<string, string>, body: string) =>
    (await fetch(known.inbox, { method: 'POST', headers, body })).status;

  test('lets a note of somebody who is followed in', async () => {
    const note = known.aNote();
    expect(await known.done(known.creates(note))).toBe('stored');
    expect(await known.holds(note.id)).toBe(1);
  });

  test('a body of 2 MB is 413, declared or in chunks, and what follows is served', async () => {
    const big = JSON.stringify(aCreate({ content: 'x'.repeat(2_000_000) }));
    const send = (headers: Record<string, string | number>, body = big) =>
      new Promise<number>((done, fail) => {
        const options = { method: 'POST', headers: { 'content-type': AP, ...headers } };
        const request = httpRequest(known.inbox, options, (response) => {
          response.resume();
          done(response.statusCode ?? 0);
        });
        // the server may hang up while the rest is still on its way
        request.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') fail(error);
        });
        for (let at = 0; at < body.length; at += 65_536) request.write(body.slice(at, at + 65_536));
        // with nothing to send, only the headers go out: the request stays open
        if (body) request.end();
        else request.flushHeaders();
      });
    const length = Buffer.byteLength(big);
    expect(await send({ 'content-length': length })).toBe(413);
    expect(await send({ 'content-length': length }, '')).toBe(413);
    expect(await send({ 'transfer-encoding': 'chunked' })).toBe(413);
    expect(await send({ 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' })).toBe(413);
    expect(await known.done(aCreate())).toBe('stored');
  });

  test('JSON that is none, or breaks a bound, is 400', async () => {
    const valid = JSON.stringify(aCreate());
    const deep = `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`;
    const bodies = {
      nothing: '',
      broken: valid.slice(0, -1),
      null: 'null',
      text: '"text"',
      list: `[${valid}]`,
      'no actor': '{"type":"Create"}',
      'no type': JSON.stringify({ actor: known.bob.uri }),
      'an actor without address': '{"actor":"nobody","type":"Create"}',
      'thirty levels': `{"x":${deep},${valid.slice(1)}`,
      'a list of 1,001': `{"x":[${'1,'.repeat(1_000)}1],${valid.slice(1)}`,
      'a prototype': `{"__proto__":{},${valid.slice(1)}`,
      'NUL in a name': `{"a\\u0000b":1,${valid.slice(1)}`,
    };
    for (const [what, body] of Object.entries(bodies))
      expect([what, await known.status(body)]).toEqual([what, 400]);
    expect(await known.status(valid)).toBe(202);
  });

  test('another content type is 415', async () => {
    const body = JSON.stringify(aCreate());
    const wrong = ['application/json', 'text/plain', 'application/ld+json', `text/html; x="${AP}"`];
    for (const type of wrong)
      expect([type, await unsigned({ 'content-type': type }, body)]).toEqual([type, 415]);
    const right = [`${AP}; charset=utf-8`, `application/ld+json; profile="${AS}"`];
    for (const type of right) {
      const headers = { 'content-type': type };
      const answer = await known.peer.send(known.bob, known.inbox, aCreate(), { headers });
      expect([type, answer.status]).toEqual([type, 202]);
    }
  });

  test('an unknown type is 202 and nothing is stored', async () => {
    for (const type of ['Listen', 'constructor', '__proto__', 'toString']) {
      const activity: Json = { ...known.activity('Listen', known.story.uri), type };
      expect([type, await known.status(activity)]).toEqual([type, 202]);
      expect(await known.rows(activity.id)).toEqual([]);
    }
    expect(await known.done(aCreate())).toBe('stored');
  });

  test('an inbox that is not there is 404', async () => {
    const { pine, bob, ruth, status } = known;
    for (const name of ['nobody', '01jd5xw0000000000000000000', '%00']) {
      const path = `/ap/actors/${name}/inbox`;
      expect([path, await status(aCreate(), bob, pine.origin + path)]).toEqual([path, 404]);
    }
    for (const path of [`/ap/actors/${ruth}/inbox`, '/ap/actor/inbox'])
      expect([path, await status(aCreate(), bob, pine.origin + path)]).toEqual([path, 202]);
  });

  test('the departure of somebody unknown is 202, and nobody is asked about it', async () => {
    const canary = await openPeer();
    const stranger = canary.actor('stranger');
    for (const type of ['Delete', 'Update']) {
      for (const object of [stranger.uri, { id: stranger.uri, type: 'Person' }]) {
        const activity = known.activity(type, object, stranger);
        expect((await canary.send(stranger, known.inbox, activity)).status).toBe(202);
        expect(await unsigned({ 'content-type': AP }, JSON.stringify(activity))).toBe(202);
        expect(await known.rows(activity.id)).toEqual([]);
      }
    }
    // what Bob sends now is handled after all of that
    expect(await known.done(aCreate())).toBe('stored');
    expect(canary.requests).toEqual([]);
    // and the canary does sing when it is asked
    await canary.send(stranger, known.inbox, known.activity('Like', known.story.uri, stranger));
    expect(canary.requests).toEqual(['GET /users/stranger']);
    await canary.close();
  });

  test('a blocked host is 403, whatever it sends, and is asked nothing', async () => {
    const blocked = await openPeer();
    const mallory = blocked.actor('mallory');
    const { db } = known.pine.ctx;
    const like = () => known.activity('Like', known.story.uri, mallory);
    await db.insertInto('domain_rule').values({ domain: blocked.host, severity: 'suspend' }).execute();
    expect((await blocked.send(mallory, known.inbox, like())).status).toBe(403);
    expect(blocked.requests).toEqual([]);
    await db.deleteFrom('domain_rule').where('domain', '=', blocked.host).execute();
    expect((await blocked.send(mallory, known.inbox, like())).status).toBe(202);
    await blocked.close();
  });

  test('ten copies at once have one effect', async () => {
    const { pine, bob, ruth, story, rows, outcome } = known;
    const reply = known.aNote({ inReplyTo: story.uri });
    const [create, like] = [known.creates(reply), known.activity('Like', story.uri)];
    const inboxes = [known.inbox, `${pine.origin}/ap/actors/${ruth}/inbox`];
    const copies = Array.from({ length: 20 }, (_, n) =>
      known.status(n < 10 ? create : like, bob, inboxes[n % 2]),
    );
    expect(new Set(await Promise.all(copies))).toEqual(new Set([202]));
    expect(await outcome(create.id)).toBe('stored');
    expect(await outcome(like.id)).toBe('appreciated');
    expect([(await rows(create.id)).length, (await rows(like.id)).length]).toEqual([1, 1]);
    expect(await known.holds(reply.id)).toBe(1);
    const { db } = pine.ctx;
    const notices = await db.selectFrom('notice').select('id').where('object_uri', '=', reply.id).execute();
    expect(notices).toHaveLength(1);
  });

  test('NUL and half characters are taken out, not stumbled over', async () => {
    const note = known.aNote({
      inReplyTo: known.story.uri,
      content: '<p>a\0b\ud800c 😀</p>',
      name: '\0',
      contentMap: { en: '\0' },
    });
    expect(await known.done(known.creates(note))).toBe('stored');
    const { db } = known.pine.ctx;
    const kept = await db.selectFrom('reply').select('html').where('uri', '=', note.id).executeTakeFirst();
    expect(kept?.html).toBe('<p>ab\ufffdc 😀</p>');
    expect(await known.status({ ...aCreate(), id: `${known.bob.uri}#\0` })).toBe(202);
    expect(await known.done(aCreate())).toBe('stored');
  });

  test('somebody whose profile is of a strange type is nobody', async () => {
    for (const type of ['constructor', 'Note', ['Person', 'Service']]) {
      const odd = known.peer.actor(`odd_${String(type).length}`, { document: { type } });
      expect([type, await known.status(known.activity('Like', known.story.uri, odd), odd)]).toEqual([
        type,
        401,
      ]);
    }
  });

  test('a refusal echoes nothing', async () => {
    const answer = await fetch(known.inbox, {
      method: 'POST',
      headers: { 'content-type': AP },
      body: JSON.stringify({ ...aCreate(), to: [PUBLIC, '<script>'] }),
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).not.toContain('<');
  });
});
