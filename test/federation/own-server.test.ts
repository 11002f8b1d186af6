import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { openPeer, type Peer } from '../support/peer.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const INTENT = 'https://w3id.org/fep/3b86/';
const SUBSCRIBE = 'http://ostatus.org/schema/1.0/subscribe';

describe('opening something on one’s own server', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let peer: Peer;
  let story: { uri: string; url: string };
  let inside: { uri: string; url: string };
  let ruth: string;
  /** what the WebFinger of the peer says */
  let links: object[];

  beforeAll(async () => {
    [pine, koivu, peer] = await Promise.all([
      openDistrict(),
      openDistrict('Koivuranta', 'koivuranta'),
      openPeer(),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    await aTeacher(koivu.ctx, 'marja');
    story = await publish(pine.ctx, ruth, aStory());
    inside = await publish(pine.ctx, ruth, aStory({ title: 'Inside', audience: 'district' }));
    peer.webfinger = (resource) => ({ subject: resource, links });
  });
  afterAll(() => Promise.all([pine?.stop(), koivu?.stop(), peer?.close()]));

  let visitor: Visitor;
  beforeEach(async () => {
    visitor = new Visitor(pine.origin);
    await pine.ctx.db.deleteFrom('rate_limit' as never).execute();
    links = [];
  });

  const open = (uri: string, server: string) => visitor.post('/interact', { uri, server });
  /** where the page leads on to, by itself and by its link; empty when nowhere */
  const wayOn = async (uri: string, server: string): Promise<string> => {
    const { status, text, location } = await open(uri, server);
    const refresh =
      /http-equiv="refresh" content="\d+;url=([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(location).toBe('');
    expect(status).toBe(refresh === '' ? 422 : 200);
    if (refresh !== '') expect(text).toContain(`href="${refresh.replaceAll('&', '&amp;')}"`);
    return refresh;
  };
  const sam = () => `@sam@${peer.host}`;

  test('story, person and district show readers without an account the way there, with the address to copy', async () => {
    for (const [path, uri, words] of [
      [new URL(story.url).pathname, story.uri, 'Seven silent seconds'],
      ['/@ruth', `${pine.origin}/ap/actors/${ruth}`, `@ruth@${pine.ctx.host}`],
      ['/district', `${pine.origin}/district`, `@pinehollow@${pine.ctx.host}`],
    ] as const) {
      const link = `/interact?${new URLSearchParams({ uri })}`;
      expect((await visitor.get(path)).text).toContain(`href="${link.replaceAll('&', '&amp;')}"`);
      const page = await visitor.get(link);
      expect([page.status, page.text.includes(words)]).toEqual([200, true]);
      expect(page.text).toContain('<meta name="robots" content="noindex"');
    }
    expect((await visitor.get(`/interact?uri=${story.uri}`)).text).toContain(story.uri);
  });

  test('what is not for everybody, or not there, is nowhere', async () => {
    for (const uri of [
      inside.uri,
      inside.url,
      `${pine.origin}/@nobody`,
      `${pine.origin}/ap/actor`,
      '',
      'words',
    ]) {
      expect((await visitor.get(`/interact?uri=${encodeURIComponent(uri)}`)).status).toBe(404);
      expect((await open(uri, sam())).status).toBe(404);
    }
    expect(peer.requests).toEqual([]);
  });

  test('an intent is taken before the older way, whichever attribute holds it', async () => {
    links = [
      { rel: SUBSCRIBE, template: `${peer.origin}/authorize_interaction?uri={uri}` },
      { rel: `${INTENT}Follow`, href: `${peer.origin}/intents/follow?who={object}&then={on-success}` },
      { rel: `${INTENT}Object`, template: `${peer.origin}/intents/see?it={object}` },
    ];
    const at = encodeURIComponent;
    expect(await wayOn(story.uri, sam())).toBe(`${peer.origin}/intents/see?it=${at(story.uri)}`);
    expect(await wayOn(`${pine.origin}/@ruth`, sam())).toBe(
      `${peer.origin}/intents/follow?who=${at(`${pine.origin}/ap/actors/${ruth}`)}&then=`,
    );
    links = links.slice(0, 1);
    expect(await wayOn(story.url, sam())).toBe(`${peer.origin}/authorize_interaction?uri=${at(story.uri)}`);
    expect(peer.requests.at(-1)).toContain('/.well-known/webfinger?resource=acct%3Asam%40');
  });

  test('the name of the server is enough where it says how; the address of a profile too', async () => {
    links = [{ rel: SUBSCRIBE, template: `${peer.origin}/open?uri={uri}` }];
    for (const server of [peer.host, `${peer.origin}/@sam`, peer.origin]) {
      expect(await wayOn(story.uri, server)).toContain(`${peer.origin}/open?uri=`);
      const resource = server.includes('/@') ? server : `${peer.origin}/`;
      expect(peer.requests.at(-1)).toContain(encodeURIComponent(resource));
    }
  });

  test('it never leads to another server than the one that was named', async () => {
    const elsewhere = [
      'https://evil.example/?uri={uri}',
      `https://${peer.host}.evil.example/?uri={uri}`,
      `https://${peer.host}@evil.example/?uri={uri}`,
      `http://user:word@${peer.host}/?uri={uri}`,
      `//evil.example/{uri}`,
      `javascript:alert('{uri}')`,
      `data:text/html,{uri}`,
      '{uri}',
      'https://{uri}/',
      `${peer.origin}/nothing-to-fill-in`,
      `http://127.0.0.1:1/?uri={uri}`,
      `${peer.origin}/\\evil.example`,
      `https:evil.example?uri={uri}`,
      `${'x'.repeat(3_000)}{uri}`,
    ];
    for (const template of elsewhere) {
      links = [{ rel: SUBSCRIBE, template }];
      const { status, text } = await open(story.uri, sam());
      expect([template.slice(0, 40), status]).toEqual([template.slice(0, 40), 422]);
      expect(text).not.toMatch(/http-equiv="refresh"|evil\.example/);
      expect(text).toContain(story.uri);
    }
    // and nobody's link leads through this page: it wants a form of our own
    links = [{ rel: SUBSCRIBE, template: `${peer.origin}/open?uri={uri}` }];
    const asked = peer.requests.length;
    const get = await visitor.get(`/interact?uri=${story.uri}&server=${encodeURIComponent(sam())}`);
    expect([get.status, get.location, /refresh/.test(get.text)]).toEqual([200, '', false]);
    const forged = await visitor.post(
      '/interact',
      { uri: story.uri, server: sam() },
      { origin: 'https://evil.example' },
    );
    expect(forged.status).toBe(403);
    expect(peer.requests.length).toBe(asked);
  });

  test('on a real node http is no way: only https to that very host', async () => {
    const { ownServerOf } = await import('../../federation/own-server.ts');
    const jrd = (template: string) => ({
      status: 200,
      url: 'https://social.example/.well-known/webfinger',
      json: () => ({ links: [{ rel: SUBSCRIBE, template }] }),
    });
    const way = (template: string) =>
      ownServerOf({ ctx: pine.ctx, allowPrivate: false, net: { get: async () => jrd(template) } as never })(
        { host: 'social.example', resource: null },
        { uri: 'https://x.example/1', kind: 'object' },
      );
    expect(await way('https://social.example/o?uri={uri}')).toBe(
      'https://social.example/o?uri=https%3A%2F%2Fx.example%2F1',
    );
    expect(await way('http://social.example/o?uri={uri}')).toBeNull();
    expect(await way('https://social.example:8443/o?uri={uri}')).toBeNull();
  });

  test('a server that does not help is said in a sentence; its own people sign in', async () => {
    expect((await open(story.uri, sam())).text).toContain('does not say where it opens things');
    expect((await open(story.uri, '@sam@localhost:9')).text).toContain('does not answer at the moment');
    for (const nonsense of ['', 'sam', '@sam', 'a b c', 'ftp://x.example/'])
      expect((await open(story.uri, nonsense)).text).toContain('Write it like @sam@social.example');
    const ours = await open(story.uri, `@ruth@${pine.ctx.host}`);
    expect([ours.status, decodeURIComponent(decodeURIComponent(ours.location))]).toEqual([
      303,
      `/sign-in?back=/interact?uri=${story.uri}`,
    ]);
  });

  test('other servers are asked so often and no more', async () => {
    const answers = [];
    for (let n = 0; n < 22; n += 1) answers.push((await open(story.uri, sam())).text);
    expect(answers.filter((text) => text.includes('You tried many servers')).length).toBe(2);
  });

  test('WebFinger of a teacher names the ways in, and they lead another node’s readers to what they saw', async () => {
    const asked = `${koivu.origin}/.well-known/webfinger?resource=acct:marja@${koivu.ctx.host}`;
    const found = (await (await fetch(asked)).json()) as {
      links: { rel: string; href?: string; template?: string }[];
    };
    const rels = found.links.map(({ rel }) => rel);
    expect(rels).toEqual(expect.arrayContaining([SUBSCRIBE, `${INTENT}Follow`, `${INTENT}Object`]));
    for (const { rel, href, template } of found.links.filter((link) => link.rel.startsWith(INTENT)))
      expect([rel, href, template]).toEqual([rel, `${koivu.origin}/interact?uri={object}`, href]);
    // a reader of Pine Hollow who has her account at Koivuranta
    const way = await wayOn(story.uri, `@marja@${koivu.ctx.host}`);
    expect(way).toBe(`${koivu.origin}/interact?uri=${encodeURIComponent(story.uri)}`);
    expect(await wayOn(story.uri, koivu.ctx.host)).toBe(way);
    const path = way.slice(koivu.origin.length);
    const signedOut = await new Visitor(koivu.origin).get(path);
    expect([signedOut.status, decodeURIComponent(signedOut.location)]).toEqual([
      303,
      `/sign-in?back=${path}`,
    ]);
    const marja = await signedIn(koivu.origin, 'marja');
    const fromOutside = { 'sec-fetch-site': 'cross-site' };
    // another page must not make this node ask around: its reader is asked first
    const unasked = await marja.get(path, fromOutside);
    expect([unasked.status, unasked.text.includes('Look it up here?')]).toEqual([200, true]);
    expect(unasked.text).toContain(`<input type="hidden" name="q" value="${story.uri}"/>`);
    const pressed = await marja.get(path, { ...fromOutside, 'sec-fetch-user': '?1' });
    expect([pressed.status, pressed.location]).toEqual([303, expect.stringMatching(/^\/r\/\w{26}$/)]);
    expect((await marja.get(pressed.location)).text).toContain('Seven silent seconds');
    // known by now
    expect((await marja.get(path, fromOutside)).location).toBe(pressed.location);
    const person = `/interact?uri=${encodeURIComponent(`acct:ruth@${pine.ctx.host}`)}`;
    expect((await marja.get(person)).location).toBe(`/@ruth@${pine.ctx.host}`);
    expect((await marja.get('/interact?uri=')).location).toBe('/search');
  });
});
