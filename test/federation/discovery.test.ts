import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { webfinger as mastodonWebfinger } from '../support/mastodon-account.ts';

const SELF = 'application/activity+json';

describe('finding a node and its people', () => {
  let pine: TestDistrict;
  let ruth: string;
  let ids: { ruth: string; district: string; instance: string };

  beforeAll(async () => {
    pine = await openDistrict();
    ruth = await aTeacher(pine.ctx, 'ruth');
    const district = await mastodonWebfinger(`pinehollow@${pine.ctx.host}`);
    ids = {
      ruth: `${pine.origin}/ap/actors/${ruth}`,
      district: district.self,
      instance: `${pine.origin}/ap/actor`,
    };
  });

  afterAll(() => pine?.stop());

  const ask = (resource: string) =>
    fetch(`${pine.origin}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, {
      headers: { accept: 'application/jrd+json, application/json' },
    });

  test('WebFinger leads from the handle to the actor, and back', async () => {
    const answer = await ask(`acct:ruth@${pine.ctx.host}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/jrd+json; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const { subject, aliases, links } = await answer.json();
    expect(subject).toBe(`acct:ruth@${pine.ctx.host}`);
    expect(aliases).toEqual([ids.ruth, `${pine.origin}/@ruth`]);
    expect(links).toContainEqual({ rel: 'self', type: SELF, href: ids.ruth });
    expect(links).toContainEqual({
      rel: 'http://webfinger.net/rel/profile-page',
      type: 'text/html',
      href: `${pine.origin}/@ruth`,
    });
    const subscribe = links.find(
      (link: { rel: string }) => link.rel === 'http://ostatus.org/schema/1.0/subscribe',
    );
    expect(subscribe.template).toMatch(/^http.*\{uri\}/);
    const actor = await (await fetch(ids.ruth, { headers: { accept: SELF } })).json();
    expect(actor.id).toBe(ids.ruth);
    expect(`acct:${actor.preferredUsername}@${pine.ctx.host}`).toBe(subject);
    expect(actor.webfinger).toBe(`ruth@${pine.ctx.host}`);
  });

  test('in any case of letters, always with the same lower-case subject', async () => {
    for (const name of ['RUTH', 'Ruth', '@ruth']) {
      const answer = await ask(`acct:${name}@${pine.ctx.host.toUpperCase()}`);
      expect((await answer.json()).subject).toBe(`acct:ruth@${pine.ctx.host}`);
    }
  });

  test('by id, by page, for the district and for the node itself', async () => {
    const { host } = pine.ctx;
    const cases: [resource: string, subject: string, self: string][] = [
      [ids.ruth, `acct:ruth@${host}`, ids.ruth],
      [`${pine.origin}/@ruth`, `acct:ruth@${host}`, ids.ruth],
      [`acct:pinehollow@${host}`, `acct:pinehollow@${host}`, ids.district],
      [ids.district, `acct:pinehollow@${host}`, ids.district],
      [`${pine.origin}/district`, `acct:pinehollow@${host}`, ids.district],
      [`acct:${host}@${host}`, `acct:${host}@${host}`, ids.instance],
      [`${pine.origin}/`, `acct:${host}@${host}`, ids.instance],
      [ids.instance, `acct:${host}@${host}`, ids.instance],
    ];
    for (const [resource, subject, self] of cases) {
      const answer = await (await ask(resource)).json();
      const href = answer.links?.find((link: { rel: string }) => link.rel === 'self')?.href;
      expect([resource, answer.subject, href]).toEqual([resource, subject, self]);
    }
  });

  test('unknown people are 404, bad questions 400, people who are gone 410', async () => {
    const status = async (resource: string) => (await ask(resource)).status;
    expect(await status(`acct:nobody@${pine.ctx.host}`)).toBe(404);
    expect(await status('acct:ruth@elsewhere.example')).toBe(404);
    expect(await status('https://elsewhere.example/@ruth')).toBe(404);
    expect(await status(`${pine.origin}/ap/actors/01jd5xw0000000000000000000`)).toBe(404);
    expect(await status(`${pine.origin}/@%E0%A4%A`)).toBe(404);
    expect(await status(`acct:ruth\0@${pine.ctx.host}`)).toBe(400);
    expect(await status('ruth')).toBe(400);
    expect(await status('')).toBe(400);
    expect((await fetch(`${pine.origin}/.well-known/webfinger`)).status).toBe(400);
    const gone = await aTeacher(pine.ctx, 'gone');
    await pine.ctx.db.updateTable('actor').set({ state: 'gone' }).where('id', '=', gone).execute();
    expect(await status(`acct:gone@${pine.ctx.host}`)).toBe(410);
    expect((await fetch(`${pine.origin}/ap/actors/${gone}`, { headers: { accept: SELF } })).status).toBe(410);
  });

  test('host-meta leads to WebFinger', async () => {
    const answer = await fetch(`${pine.origin}/.well-known/host-meta`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/xrd\+xml/);
    const template = /rel="lrdd" template="([^"]*)"/.exec(await answer.text())?.[1] ?? '';
    const found = await fetch(template.replace('{uri}', `acct:ruth@${pine.ctx.host}`));
    expect((await found.json()).links[0].href).toBe(ids.ruth);
  });

  test('NodeInfo 2.0 and 2.1 say what this is, and round small numbers of people', async () => {
    const story = await publish(pine.ctx, ruth, aStory());
    await publish(pine.ctx, ruth, aStory({ audience: 'district' }));
    await reportTry(pine.ctx, ruth, story.uri, tryInput.parse({ happened: 'Well.', verdict: 'worked' }));
    const index = await (await fetch(`${pine.origin}/.well-known/nodeinfo`)).json();
    for (const version of ['2.0', '2.1']) {
      const rel = `http://nodeinfo.diaspora.software/ns/schema/${version}`;
      const { href } = index.links.find((link: { rel: string }) => link.rel === rel);
      expect(new URL(href).host).toBe(pine.ctx.host);
      const answer = await fetch(href);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('content-type')).toContain(`profile="${rel}#"`);
      const facts = await answer.json();
      expect(facts).toMatchObject({
        version,
        software: { name: 'ajar' },
        protocols: ['activitypub'],
        services: { inbound: [], outbound: [] },
        openRegistrations: false,
        usage: { users: { total: 10 }, localPosts: 1, localComments: 1 },
        metadata: { nodeName: 'Pine Hollow', staffAccounts: [], federation: { enabled: true } },
      });
      expect(facts.software.name).toMatch(/^[a-z0-9-]+$/);
      for (const name of ['activeMonth', 'activeHalfyear']) expect(facts.usage.users[name] % 10).toBe(0);
    }
  });

  test('our own terms are explained where their address in the documents leads', async () => {
    const answer = await fetch(`${pine.origin}/ns/teaching-practice/v1`, {
      headers: { accept: 'application/ld+json' },
    });
    const { '@context': terms } = await answer.json();
    const actor = await (await fetch(ids.ruth, { headers: { accept: SELF } })).json();
    expect(actor['@context'][2]).toMatchObject(terms);
    expect(terms).toMatchObject({ tp: expect.stringMatching(/^https:/), isBasedOn: { '@type': '@id' } });
  });
});
