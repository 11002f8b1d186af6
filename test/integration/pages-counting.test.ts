import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockActor } from '../../server/actions/block-actor.ts';
import { closeAccount } from '../../server/actions/close-account.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackReply, writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { featuredWorks, publicTriesOf } from '../../server/reads/wire-collections.ts';
import { actorById } from '../../server/store/actors.ts';
import { childEdges } from '../../server/store/lineage.ts';
import { replyById, updateReply } from '../../server/store/replies.ts';
import { aStory, aTeacher, openDistrict, PASSWORD, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, type Visitor } from '../support/visitor.ts';

describe('a reply counts as a try', () => {
  let node: TestDistrict;
  let ids: { ruth: string; marcus: string; jordan: string };
  let [ruth, marcus]: Visitor[] = [];
  let story: { id: string; uri: string; url: string };
  let page: string;

  beforeAll(async () => {
    node = await openDistrict();
    ids = {
      ruth: await aTeacher(node.ctx, 'ruth'),
      marcus: await aTeacher(node.ctx, 'marcus'),
      jordan: await aTeacher(node.ctx, 'jordan'),
    };
    [ruth, marcus] = [await signedIn(node.origin, 'ruth'), await signedIn(node.origin, 'marcus')];
    story = await publish(node.ctx, ids.ruth);
    page = new URL(story.url).pathname;
  });
  afterAll(() => node?.stop());

  const says = (who: string, text: string, to = story.uri) =>
    writeReply(node.ctx, who, to, { text, lang: 'en' });
  const isCounted = async (id: string, uri: string, of = story.uri) => {
    const [reply, edges, named] = await Promise.all([
      replyById(node.ctx.db, id),
      childEdges(node.ctx.db, [of], { limit: 50 }),
      publicTriesOf(node.ctx.db, of, { limit: 50 }),
    ]);
    return [reply?.countedAsTry, edges.some(({ childUri }) => childUri === uri), named.items.includes(uri)];
  };
  const [YES, NO] = [
    [true, true, true],
    [false, false, false],
  ];

  test('when the author says so, and not after all when they say that', async () => {
    const { id, uri } = await says(ids.marcus, 'Tried it on Friday: they spoke.');
    expect((await ruth?.get(page))?.text).toContain('Count as a try');
    expect((await ruth?.post(`/replies/${id}/count-as-try`, { counted: 'yes' }))?.location).toBe(
      `${page}?reply=${id}#reply-${id}`,
    );
    expect(await isCounted(id, uri)).toEqual(YES);
    const told = (await marcus?.get('/notifications'))?.text;
    expect(told).toContain('counted what you said as a try');
    const seen = (await ruth?.get(page))?.text;
    for (const words of ['Tried it on Friday: they spoke.', 'counts as a try', 'Not a try after all'])
      expect(seen).toContain(words);
    expect((await ruth?.get('/@ruth'))?.text).toContain('tried in one classroom');

    await ruth?.post(`/replies/${id}/count-as-try`, { counted: 'no' });
    expect(await isCounted(id, uri)).toEqual(NO);
    const after = (await ruth?.get(page))?.text;
    expect([after?.includes('they spoke.'), after?.includes('<span>counts as a try</span>')]).toEqual([
      true,
      false,
    ]);
    expect((await marcus?.get('/notifications'))?.text).not.toContain('counted what you said as a try');
  });

  test('for nobody else, and nobody counts their own words', async () => {
    const { id } = await says(ids.marcus, 'I tried it as well.');
    const own = await says(ids.ruth, 'So did I.');
    for (const [who, what] of [
      [marcus, id],
      [await signedIn(node.origin, 'jordan'), id],
      [ruth, own.id],
      [ruth, 'nothing'],
    ] as const)
      expect((await who?.post(`/replies/${what}/count-as-try`, { counted: 'yes' }))?.status).toBe(404);
    expect((await replyById(node.ctx.db, id))?.countedAsTry).toBe(false);
    expect((await marcus?.get(page))?.text).not.toContain('Count as a try');
  });

  test('one that waited is shown by it; one that was taken back is not', async () => {
    const { id, uri } = await says(ids.jordan, 'Worked until the fire drill.');
    await updateReply(node.ctx.db, id, { state: 'held' });
    expect((await ruth?.get(page))?.text).toContain(`action="/replies/${id}/count-as-try"`);
    await ruth?.post(`/replies/${id}/count-as-try`, { counted: 'yes' });
    expect(await isCounted(id, uri)).toEqual(YES);
    expect((await marcus?.get(page))?.text).toContain('Worked until the fire drill.');
    const gone = await says(ids.jordan, 'No.');
    await takeBackReply(node.ctx, ids.jordan, gone.id);
    expect((await ruth?.post(`/replies/${gone.id}/count-as-try`))?.status).toBe(404);
  });

  test('of the try that it answers', async () => {
    const answers = tryInput.parse({ changed: 'Pairs.', happened: 'They spoke.', verdict: 'worked' });
    const attempt = await reportTry(node.ctx, ids.marcus, story.uri, { ...answers, audience: 'everyone' });
    const { id, uri } = await says(ids.jordan, 'Pairs worked here too.', attempt.uri);
    expect((await ruth?.post(`/replies/${id}/count-as-try`))?.status).toBe(404);
    const sent = await marcus?.post(`/replies/${id}/count-as-try`);
    expect(sent?.location).toBe(`${new URL(attempt.url).pathname}?reply=${id}#reply-${id}`);
    expect(await isCounted(id, uri, attempt.uri)).toEqual(YES);
    expect((await publicTriesOf(node.ctx.db, story.uri, { limit: 50 })).items.includes(uri)).toBe(false);
  });

  test('until it is hidden, taken back, or its author is blocked or leaves', async () => {
    const leaver = await aTeacher(node.ctx, 'leaver');
    const rude = await aTeacher(node.ctx, 'rude');
    const other = await publish(node.ctx, ids.ruth, aStory({ title: 'Another one' }));
    const counted = async (who: string) => {
      const said = await says(who, 'I tried this.', other.uri);
      await ruth?.post(`/replies/${said.id}/count-as-try`);
      expect(await isCounted(said.id, said.uri, other.uri)).toEqual(YES);
      return said;
    };
    const [hidden, back, blocked, left] = [
      await counted(ids.marcus),
      await counted(ids.jordan),
      await counted(rude),
      await counted(leaver),
    ];
    await ruth?.post(`/replies/${hidden.id}/hide`);
    await takeBackReply(node.ctx, ids.jordan, back.id);
    const actor = await actorById(node.ctx.db, rude);
    if (actor) await blockActor(node.ctx, ids.ruth, actor);
    await closeAccount(node.ctx, leaver, PASSWORD);
    for (const { id, uri } of [hidden, back, blocked, left])
      expect(await isCounted(id, uri, other.uri)).toEqual(NO);
    // shown again, it is a reply like any other
    await ruth?.post(`/replies/${hidden.id}/show`);
    expect(await isCounted(hidden.id, hidden.uri, other.uri)).toEqual(NO);
  });

  test('and what was tried comes first where the best of somebody stand', async () => {
    const [first] = [await publish(node.ctx, ids.jordan, aStory({ title: 'Tried' }))];
    await publish(node.ctx, ids.jordan, aStory({ title: 'Newer' }));
    const { id } = await says(ids.marcus, 'I tried this.', first.uri);
    expect((await featuredWorks(node.ctx.db, ids.jordan, 1))[0]).not.toBe(first.uri);
    await (await signedIn(node.origin, 'jordan')).post(`/replies/${id}/count-as-try`);
    expect(await featuredWorks(node.ctx.db, ids.jordan, 1)).toEqual([first.uri]);
  });
});

describe('a long conversation', () => {
  let node: TestDistrict;
  let ruth: string;
  let marcus: string;
  let story: { id: string; uri: string; url: string };
  let page: string;

  beforeAll(async () => {
    node = await openDistrict();
    [ruth, marcus] = [await aTeacher(node.ctx, 'ruth'), await aTeacher(node.ctx, 'marcus')];
    story = await publish(node.ctx, ruth);
    page = new URL(story.url).pathname;
  });
  afterAll(() => node?.stop());

  const says = async (who: string, text: string, to: string, minute: number) => {
    const said = await writeReply(node.ctx, who, to, { text, lang: 'en' });
    const published_at = new Date(Date.UTC(2026, 0, 1, 8, minute));
    await updateReply(node.ctx.db, said.id, { published_at });
    return said;
  };

  test('shows answers under what they answer, with a gap for what was taken back or hidden', async () => {
    const first = await says(marcus, 'Word one.', story.uri, 0);
    const second = await says(ruth, 'Word two.', first.uri, 1);
    const third = await says(marcus, 'Word three.', second.uri, 2);
    await says(ruth, 'Word four.', third.uri, 3);
    await takeBackReply(node.ctx, ruth, second.id);
    const lonely = await says(marcus, 'Word alone.', story.uri, 4);
    await takeBackReply(node.ctx, marcus, lonely.id);
    const visitor = await signedIn(node.origin, 'ruth');
    const { text } = await visitor.get(page);
    const row = text.slice(text.indexOf('id="conversation"'));
    expect(row.replace(/<[^>]+>/g, ' ').match(/Word \w+|Taken back|Not shown/g)).toEqual([
      'Word one',
      'Taken back',
      'Word three',
      'Word four',
    ]);
    expect(row.match(/<ul class="replies">/g)).toHaveLength(4);
    await visitor.post(`/replies/${third.id}/hide`);
    const hidden = (await visitor.get(page)).text;
    expect([hidden.includes('Not shown'), hidden.includes('Word three')]).toEqual([true, false]);
  });

  test('is shown a hundred at a time, and what stands elsewhere is named', async () => {
    const talk = await publish(node.ctx, ruth, aStory({ title: 'Much to say' }));
    const path = new URL(talk.url).pathname;
    const oldest = await says(marcus, 'The oldest.', talk.uri, 0);
    for (let n = 1; n <= 100; n += 1) await says(marcus, `Said ${n}.`, talk.uri, n);
    await says(ruth, 'To the oldest.', oldest.uri, 200);
    const visitor = await signedIn(node.origin, 'ruth');
    const newest = (await visitor.get(path)).text;
    expect([newest.includes('The oldest.'), newest.includes('Said 1.')]).toEqual([false, false]);
    for (const words of ['Said 2.', 'To the oldest.', 'in answer to Marcus', 'Show older answers'])
      expect(newest).toContain(words);
    const link = /href="([^"]*\?before=[^"#]*)#conversation"/.exec(newest)?.[1] ?? '';
    const older = (await visitor.get(link)).text;
    for (const words of ['The oldest.', 'Said 1.', 'Show the newest answers']) expect(older).toContain(words);
    expect([older.includes('Said 2.'), older.includes('Show older answers')]).toEqual([false, false]);
    // a notice leads to the page where it stands, and so does the page of its own
    const notice = await node.ctx.db
      .selectFrom('notice')
      .select('id')
      .where('object_uri', '=', oldest.uri)
      .executeTakeFirstOrThrow();
    await node.ctx.db.deleteFrom('notice').where('id', '!=', notice.id).execute();
    const told = (await visitor.get('/notifications')).text;
    for (const text of [told, (await visitor.get(`/@marcus/replies/${oldest.id}`)).text])
      expect(text).toContain(`href="${path}?reply=${oldest.id}#reply-${oldest.id}"`);
    const its = (await visitor.get(`${path}?reply=${oldest.id}`)).text;
    expect(its).toContain(`id="reply-${oldest.id}"`);
    for (const words of ['Said 1.', 'Show the newest answers']) expect(its).toContain(words);
    expect(its).not.toContain('Said 2.');
    const [recent] = /id="reply-\w+"/.exec(newest) ?? [];
    const recentId = recent?.slice('id="reply-'.length, -1);
    for (const reply of [recentId, '01hzzzzzzzzzzzzzzzzzzzzzzz', 'nonsense'])
      expect((await visitor.get(`${path}?reply=${reply}`)).text).toContain('To the oldest.');
    // what stands on another page can be answered all the same, and a problem does not change whom one answers
    expect((await visitor.get(`${path}?answer=${oldest.id}`)).text).toContain(
      `action="/works/${oldest.id}/reply"`,
    );
    const empty = await visitor.post(`/works/${oldest.id}/reply`, { text: ' ', lang: 'en' });
    expect([empty.status, empty.text.includes(`action="/works/${oldest.id}/reply"`)]).toEqual([422, true]);
    expect((await visitor.get(`${path}?before=nonsense`)).text).toContain('To the oldest.');
  });
});
