import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { blockActor } from '../../server/actions/block-actor.ts';
import { receiveReply, threadOf } from '../../server/actions/receive-reply.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { actorById } from '../../server/store/actors.ts';
import { replyById, replyByUri } from '../../server/store/replies.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

const KIND = 'Since your story I wait, and the quiet ones speak.';

describe('thank-yous', () => {
  let node: TestDistrict;
  let ids: Record<'ruth' | 'marcus' | 'jordan', string>;
  let ruth: Visitor;
  let marcus: Visitor;
  let stories: { id: string; uri: string; url: string }[];

  beforeAll(async () => {
    node = await openDistrict();
    const person = (handle: string) => aTeacher(node.ctx, handle);
    ids = { ruth: await person('ruth'), marcus: await person('marcus'), jordan: await person('jordan') };
    [ruth, marcus] = [await signedIn(node.origin, 'ruth'), await signedIn(node.origin, 'marcus')];
    stories = [];
    for (const title of ['One', 'Two', 'Three', 'Four'])
      stories.push(await publish(node.ctx, ids.ruth, aStory({ title })));
  });
  afterAll(() => node?.stop());

  const thanks = (of: string, more: Record<string, string> = {}) => ({
    of,
    what: 'changed-how-i-teach',
    text: KIND,
    lang: 'en',
    ...more,
  });
  const nth = (n: number) => stories[n] as { id: string; uri: string; url: string };
  const formOf = (uri: string) => `/thanks?of=${encodeURIComponent(uri)}`;

  test('say what for, stand in the conversation, and are kept for their author', async () => {
    const { uri, url } = nth(0);
    const page = new URL(url).pathname;
    expect((await marcus.get(page)).text).toContain(`href="${formOf(uri)}"`);
    expect((await ruth.get(page)).text).not.toContain('/thanks?of=');
    expect((await marcus.get(formOf(uri))).text).toContain('It was brave to share');
    expect((await ruth.get('/thanks/received')).text).toContain('Nobody has thanked you yet.');

    const sent = await marcus.post('/thanks', thanks(uri));
    expect(sent.location).toMatch(new RegExp(`^${page}#reply-`));
    const id = sent.location.split('#reply-')[1] ?? '';
    expect(await replyById(node.ctx.db, id)).toMatchObject({ thanks: 'changed-how-i-teach', state: 'shown' });
    const landed = (await marcus.get(sent.location)).text;
    expect(landed.split('is told, and it stands in the conversation')).toHaveLength(2);
    expect(landed).toMatch(new RegExp(`id="reply-${id}"><p class="flash ok" role="status">`));
    const seen = (await new Visitor(node.origin).get(`${page}?fresh`)).text;
    for (const words of ['Thank you · It changed how I teach', KIND]) expect(seen).toContain(words);
    const notices = (await ruth.get('/notifications')).text;
    for (const words of ['says thank you', `/thanks/received#reply-${id}`]) expect(notices).toContain(words);

    await ruth.post(`/replies/${id}/hide`);
    expect((await marcus.get(page)).text).not.toContain(KIND);
    const kept = (await ruth.get('/thanks/received')).text;
    for (const words of [KIND, 'It changed how I teach', 'One', 'Marcus']) expect(kept).toContain(words);
    expect((await marcus.get('/thanks/received')).text).not.toContain(KIND);
    expect((await ruth.get('/@ruth')).text).toContain('href="/thanks/received"');
  });

  test('come back with what was typed when something is missing', async () => {
    const { uri } = nth(1);
    for (const [more, words] of [
      [{ what: '' }, 'Choose what it is for.'],
      [{ what: 'five stars' }, 'Choose what it is for.'],
      [{ text: 'Nice one!' }, 'Say a little more: 20 characters at least.'],
      [{ text: 'so '.repeat(200) }, 'Make it shorter: 400 characters at most.'],
    ] as const) {
      const answer = await marcus.post('/thanks', thanks(uri, more));
      expect([answer.status, words, answer.text.includes(words)]).toEqual([422, words, true]);
      if ('text' in more) expect(answer.text).toContain(more.text.trim());
      else expect(answer.text).toContain(KIND);
    }
    const bare = await marcus.post('/thanks', { of: uri });
    expect([bare.status, bare.text.includes('Choose what it is for.')]).toEqual([422, true]);
  });

  test('are said once for one thing and three times a day to one person, and those words are not lost', async () => {
    const again = await marcus.post('/thanks', thanks(nth(0).uri));
    expect([again.status, again.text.includes('You have said thank you for this already.')]).toEqual([
      422,
      true,
    ]);
    expect(again.text).toContain(KIND);
    expect((await marcus.get(formOf(nth(0).uri))).status).toBe(409);
    // of two presses at once, one counts
    const both = await Promise.all([0, 1].map(() => marcus.post('/thanks', thanks(nth(1).uri))));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await marcus.post('/thanks', thanks(nth(2).uri))).status).toBe(303);
    const fourth = await marcus.post('/thanks', thanks(nth(3).uri));
    expect([fourth.status, fourth.text.includes('three times today')]).toEqual([422, true]);
    // a day later, and somebody else at once
    await node.ctx.db
      .updateTable('reply')
      .set({ published_at: new Date(Date.now() - 25 * 3_600_000) })
      .where('author_id', '=', ids.marcus)
      .execute();
    expect((await marcus.post('/thanks', thanks(nth(3).uri))).status).toBe(303);
    const jordan = await signedIn(node.origin, 'jordan');
    expect((await jordan.post('/thanks', thanks(nth(3).uri, { what: 'used-it' }))).status).toBe(303);
  });

  test('are for tries too, never for oneself, for what is hidden or for a reply', async () => {
    const answers = tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'not-yet' });
    const attempt = await reportTry(node.ctx, ids.jordan, nth(0).uri, { ...answers, audience: 'everyone' });
    expect((await ruth.get(new URL(attempt.url).pathname)).text).toContain(formOf(attempt.uri));
    const sent = await ruth.post('/thanks', thanks(attempt.uri, { what: 'brave-to-share' }));
    expect(sent.location).toContain(new URL(attempt.url).pathname);
    const jordan = await signedIn(node.origin, 'jordan');
    expect((await jordan.get('/thanks/received')).text).toContain('It was brave to share');
    const draft = await publish(node.ctx, ids.ruth, aStory({ title: 'Mine alone', audience: 'me' }));
    const reply = await node.ctx.db.selectFrom('reply').select('uri').limit(1).executeTakeFirstOrThrow();
    for (const [who, of] of [
      [ruth, nth(0).uri],
      [jordan, attempt.uri],
      [marcus, draft.uri],
      [marcus, reply.uri],
      [marcus, 'https://nowhere.example/x'],
      [marcus, ''],
    ] as const) {
      expect((await who.get(formOf(of))).status).toBe(404);
      expect((await who.post('/thanks', thanks(of))).status).toBe(404);
    }
    const anybody = await new Visitor(node.origin).get('/thanks/received');
    expect([anybody.status, anybody.location.startsWith('/sign-in')]).toEqual([303, true]);
  });

  test('are seen by the author alone who takes no replies, unless they show them; not after a block', async () => {
    const quiet = await publish(node.ctx, ids.jordan, aStory({ title: 'Quiet', replyPolicy: 'nobody' }));
    const page = new URL(quiet.url).pathname;
    const sent = await ruth.post('/thanks', thanks(quiet.uri, { text: 'zqquiet – thank you for this.' }));
    expect(sent.location).toBe(page);
    expect((await ruth.get(page)).text).not.toContain('zqquiet');
    const jordan = await signedIn(node.origin, 'jordan');
    expect((await jordan.get(page)).text).toContain('zqquiet');
    expect((await jordan.get('/thanks/received')).text).toContain('zqquiet');
    const waiting = await node.ctx.db
      .selectFrom('reply')
      .select(['id', 'uri'])
      .where('state', '=', 'held')
      .executeTakeFirstOrThrow();
    const sentOut = () =>
      node.ctx.db
        .selectFrom('outgoing_event')
        .select('kind')
        .where('kind', '=', 'reply-published')
        .where(sql<boolean>`payload ->> 'replyId' = ${waiting.id}`)
        .execute();
    expect(await sentOut()).toEqual([]);
    await jordan.post(`/replies/${waiting.id}/show`);
    expect((await ruth.get(page)).text).toContain('zqquiet');
    expect(await sentOut()).toHaveLength(1);

    const actor = await actorById(node.ctx.db, ids.ruth);
    if (actor) await blockActor(node.ctx, ids.jordan, actor);
    const other = await publish(node.ctx, ids.jordan, aStory({ title: 'After it' }));
    expect((await ruth.post('/thanks', thanks(other.uri))).status).toBe(403);
    expect((await jordan.get('/thanks/received')).text).not.toContain('zqquiet');
  });

  test('from elsewhere follow the same rules', async () => {
    const { ctx } = node;
    const author = await aTeacher(ctx, 'alma');
    const quiet = await publish(ctx, author, aStory({ title: 'Nobody answers', replyPolicy: 'nobody' }));
    const sam = await aStranger(ctx, 'sam');
    const receive = async (name: string, more: Record<string, unknown> = {}, of = quiet.uri) => {
      const thread = await threadOf(ctx, of);
      if (!thread) throw new Error('no thread');
      const uri = `https://stranger.example/notes/${name}`;
      const note = {
        type: 'note' as const,
        uri,
        url: null,
        authorUri: sam.uri,
        lang: 'en',
        contentHtml: `<p>${KIND} ${name}</p>`,
        publishedAt: ctx.clock.now(),
        updatedAt: null,
        lineage: [],
        isPublic: true,
        raw: {},
        mentions: [],
        inReplyTo: of,
        thanks: 'used-it' as const,
        ...more,
      };
      const outcome = await receiveReply(ctx, sam, thread, note);
      return { outcome, stored: await replyByUri(ctx.db, uri) };
    };
    expect((await receive('plain', { thanks: undefined })).outcome).toBe('blocked');
    const first = await receive('first');
    expect(first).toMatchObject({ outcome: 'stored', stored: { state: 'held', thanks: 'used-it' } });
    expect(await receive('again')).toEqual({ outcome: 'blocked', stored: null });
    const alma = await signedIn(node.origin, 'alma');
    expect((await alma.get('/thanks/received')).text).toContain(`${KIND} first`);
    expect((await alma.get('/notifications')).text).toContain('says thank you');
    // a stranger's waits, and an answer to a reply is only that
    const open = await publish(ctx, author, aStory({ title: 'Open' }));
    const waits = await receive('waits', {}, open.uri);
    expect(waits.stored).toMatchObject({ state: 'held', thanks: 'used-it' });
    const below = await receive('below', { inReplyTo: waits.stored?.uri }, open.uri);
    expect(below.stored?.thanks).toBeNull();
    await takeBackWork(ctx, author, open.id, 'changed-mind');
    expect((await alma.get('/thanks/received')).text).toContain('For something that you took back');
  });

  test('can be taken back', async () => {
    const author = await aTeacher(node.ctx, 'chen');
    const story = await publish(node.ctx, author, aStory({ title: 'Thanked' }));
    const sent = await marcus.post('/thanks', thanks(story.uri));
    const id = sent.location.split('#reply-')[1] ?? '';
    const chen = await signedIn(node.origin, 'chen');
    expect((await chen.get('/thanks/received')).text).toContain(KIND);
    await marcus.post(`/replies/${id}/take-back`);
    expect((await chen.get('/thanks/received')).text).not.toContain(KIND);
    expect((await chen.get('/notifications')).text).not.toContain('says thank you');
    expect((await marcus.post('/thanks', thanks(story.uri))).status).toBe(303);
  });
});
