import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { eventually } from '../support/eventually.ts';
import { type KnownSender, openKnownSender } from '../support/known-sender.ts';
import { AS, type Json, PUBLIC } from '../support/peer-actor.ts';

describe('what somebody who is known sends', () => {
  let known: KnownSender;

  beforeAll(async () => {
    known = await openKnownSender();
  });

  afterAll(() => known?.stop());

  const anArticle = (more: Json = {}) => known.aNote({ type: 'Article', name: 'An article', ...more });
  const work = async (article: Json) => {
    expect(await known.done(known.creates(article))).toBe('stored');
    const { db } = known.pine.ctx;
    return db.selectFrom('work').selectAll().where('uri', '=', article.id).executeTakeFirstOrThrow();
  };
  const cleaned = async (content: string, more: Json = {}) =>
    (await work(anArticle({ content, ...more }))).html;
  const asked = () => known.peer.requests.filter((one) => one.startsWith('GET'));

  test('with thousands of tags and lines is cut, and nobody who is named is asked for', async () => {
    const { peer, pine } = known;
    const before = asked().length;
    const tag = [
      ...Array.from({ length: 400 }, (_, n) => ({
        type: 'Mention',
        href: `${peer.origin}/users/nobody${n}`,
      })),
      ...Array.from({ length: 600 }, (_, n) => ({ type: 'Hashtag', name: `#Tag${n}` })),
    ];
    const attachment = Array.from({ length: 900 }, (_, n) => ({
      type: 'Image',
      mediaType: 'image/png',
      url: `${peer.origin}/media/${n}.png`,
    }));
    expect((await work(anArticle({ tag, attachment }))).tags).toHaveLength(30);
    expect(asked().length).toBe(before);
    expect(await known.status(known.creates(anArticle({ tag: [...tag, ...tag] })))).toBe(400);
    const lines = Array.from({ length: 900 }, (_, n) => ({
      type: 'PropertyValue',
      name: `Line ${n}`,
      value: 'x'.repeat(900),
    }));
    const many = peer.actor('many', { document: { attachment: lines } });
    expect((await pine.ctx.lookup.actor(many.uri)).fields.length).toBeLessThanOrEqual(50);
  });

  test('from another time is of now, or of a time that can be', async () => {
    const times = [
      '-000001-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '99999-01-01T00:00:00Z',
      '+275760-09-13T00:00:00Z',
      '2999-01-01T00:00:00Z',
      'yesterday',
      '1'.repeat(10_000),
      20_261_120,
      { '@value': '2026-11-20T12:00:00Z' },
    ];
    for (const published of times) {
      const { published_at } = await work(anArticle({ published, updated: published }));
      expect([published, published_at?.getTime()]).toEqual([published, expect.any(Number)]);
      expect(published_at?.getTime()).toBeLessThanOrEqual(Date.now());
      expect(published_at?.getTime()).toBeGreaterThan(Date.UTC(1990, 0));
    }
  });

  test('leads to http and https addresses alone', async () => {
    const bad = [
      'javascript:x()',
      'JaVaScRiPt:x()',
      ' java\nscript:x()',
      'data:text/html,x',
      'vbscript:x',
      'file:///x',
    ];
    const links = bad.map((href) => `<a href="${href}">a</a>`).join('');
    for (const url of bad) {
      const stored = await work(anArticle({ url, content: `<p>${links}</p>` }));
      expect(stored.url).toBeNull();
      expect(stored.html).not.toMatch(/script:|data:|file:/i);
      const liar = known.peer.actor(`liar${bad.indexOf(url)}`, {
        document: {
          url,
          icon: { type: 'Image', url },
          attachment: [{ type: 'PropertyValue', name: 'Web', value: `<a href="${url}">me</a>` }],
          summary: links,
        },
      });
      const there = await known.pine.ctx.lookup.actor(liar.uri);
      expect([there.url, there.iconUrl]).toEqual([null, null]);
      expect(JSON.stringify([there.fields, there.summaryHtml])).not.toMatch(/script:|data:|file:/i);
    }
  });

  test('in dangerous HTML keeps its words and loses the rest', async () => {
    const attacks = [
      '<script>x()</script>',
      '<svg onload=x()><a xlink:href="javascript:x()"><text>b</text></a></svg>',
      '<style>body{display:none}</style>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=x()&gt;">',
      '<!--><img src=x onerror=x()>-->',
      '<a href="https://a.example/"><a href="https://b.example/" onclick="x()">two</a></a>',
      '<img srcset="https://a.example/x 2x" src="https://a.example/x">',
      '<p style="position:fixed;inset:0">over everything</p>',
      '<form action="https://a.example/"><input name=password><button>Go</button></form>',
      '<iframe src="https://a.example/"></iframe><object data=x></object><embed src=x>',
      '<noscript><p title="</noscript><img src=x onerror=x()>">',
      '<p class="card wash button">ours</p><span class="hashtag button">x</span>',
    ];
    for (const attack of attacks) {
      const html = await cleaned(`<p>before</p>${attack}`);
      expect([attack, html]).toEqual([attack, expect.stringMatching(/^<p>before<\/p>/)]);
      expect(html).not.toMatch(/<(script|svg|style|math|img|form|input|iframe|object|embed|!--)/i);
      expect(html).not.toMatch(/\s(on\w+|style|srcset|id)\s*=/i);
      expect(html).not.toMatch(/class="[^"]*\b(button|card|wash)\b/);
    }
  });

  test('that would break or busy a parser is kept as words', async () => {
    const long = 60_000;
    const heavy = [
      '<b>'.repeat(20_000),
      '<math><annotation-xml encoding="text/html"><'.repeat(1_000),
      '<'.repeat(long),
      '<!--'.repeat(long / 4),
      `<a href="${'a'.repeat(long)}`,
      `<a ${'x=" '.repeat(long / 4)}`,
      '&'.repeat(long),
      '&#x'.repeat(long / 3),
      `@${'a-'.repeat(long / 2)}`,
      `${' '.repeat(long)}x`,
      '</p>'.repeat(long / 4),
    ];
    for (const text of heavy)
      expect([text.slice(0, 20), (await cleaned(text, { name: text, summary: text })).length]).toEqual([
        text.slice(0, 20),
        expect.any(Number),
      ]);
    expect(await cleaned('<p>and life goes on</p>')).toBe('<p>and life goes on</p>');
  });

  test('under a name that is endless or turned round is cut and straightened', async () => {
    const name = `\u202eevaE\u2066 z${'\u0301'.repeat(100_000)}`;
    const eve = known.peer.actor('turned', { document: { name } });
    const there = await known.pine.ctx.lookup.actor(eve.uri);
    expect(there.name).toMatch(/^evaE z/);
    expect([...there.name].length).toBeLessThanOrEqual(200);
  });

  test('makes nothing here ask for contexts, collections, pictures or parents', async () => {
    const { peer, pine, ruth } = known;
    const context = `${peer.origin}/context`;
    const trap = `${peer.origin}/trap`;
    const picture = { type: 'Image', mediaType: 'image/png', url: trap };
    const collections = {
      outbox: trap,
      followers: trap,
      following: trap,
      featured: trap,
      featuredTags: trap,
    };
    const ida = peer.actor('ida', { document: { ...collections, icon: picture, image: picture } });
    await followActor(pine.ctx, ruth, await pine.ctx.lookup.actor(ida.uri));
    const follow = await eventually('the Follow', async () =>
      peer.of('Follow').find((one) => one.object === ida.uri),
    );
    expect(await known.done(known.activity('Accept', follow, ida), ida)).toBe('accepted');
    const before = asked().length;
    const endless = { id: trap, type: 'Collection', totalItems: 1e12, first: trap, next: trap };
    const article = { ...known.aNote({}, ida), type: 'Article', name: 'A', attachment: [picture] };
    Object.assign(article, { replies: trap, likes: endless, shares: endless, context: trap });
    expect(await known.done({ ...known.creates(article, ida), '@context': [AS, context] }, ida)).toBe(
      'stored',
    );
    // not compact, and of an unknown meaning
    const odd = { ...known.creates(known.aNote({}, ida), ida), '@context': context };
    expect(await known.done(odd, ida)).toMatch(/^dropped/);
    expect(asked().slice(before)).toEqual([]);
  });

  test('in circles or without end answers nothing, and is asked for nowhere', async () => {
    const { peer, story } = known;
    const before = asked().length;
    const [one, two] = [known.aNote(), known.aNote()];
    for (const note of [
      { ...one, inReplyTo: one.id },
      { ...one, inReplyTo: two.id },
      { ...two, inReplyTo: one.id },
      known.aNote({ inReplyTo: `${peer.origin}/notes/unknown` }),
    ])
      expect(await known.done(known.creates(note))).toMatch(/^dropped/);
    let parent = story.uri;
    for (let n = 0; n < 30; n += 1) {
      const note = known.aNote({ inReplyTo: parent });
      expect(await known.done(known.creates(note))).toBe('stored');
      parent = note.id;
    }
    const context = await (await peer.get(`${story.uri}/context`)).json();
    expect(context.orderedItems).toContain(parent);
    expect(asked().slice(before)).toEqual([]);
  });

  test('that is private is not brought in by a boost, nor is what is private here boosted', async () => {
    const { peer, bob, pine } = known;
    for (const to of [[bob.followers], [bob.uri], []]) {
      const secret = anArticle({ to });
      peer.serve(secret.id, { '@context': AS, ...secret });
      expect(await known.done(known.activity('Announce', secret.id))).toMatch(/^dropped/);
      expect(await known.holds(secret.id)).toBe(0);
    }
    const open = anArticle({ to: [PUBLIC] });
    peer.serve(open.id, { '@context': AS, ...open });
    expect(await known.done(known.activity('Announce', open.id))).toBe('stored');
    const { db } = pine.ctx;
    await db.updateTable('work').set({ audience: 'district' }).where('uri', '=', known.story.uri).execute();
    for (const type of ['Announce', 'Like'])
      expect(await known.done(known.activity(type, known.story.uri))).toMatch(/^dropped/);
    expect(await db.selectFrom('appreciation').selectAll().execute()).toEqual([]);
    await db.updateTable('work').set({ audience: 'everyone' }).where('uri', '=', known.story.uri).execute();
    expect(await known.done(known.activity('Like', known.story.uri))).toBe('appreciated');
  });
});
