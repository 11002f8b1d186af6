import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { followActor } from '../../server/actions/follow-actor.ts';
import { reportTry } from '../../server/actions/report-try.ts';
import { takeBackTry } from '../../server/actions/take-back-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { noticesOf } from '../../server/reads/notices.ts';
import { actorById } from '../../server/store/actors.ts';
import { saveAppreciation } from '../../server/store/appreciations.ts';
import { insertNotice } from '../../server/store/notices.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { aStranger } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('what a person is told', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  let ruth: Visitor;
  let first: { id: string; uri: string; url: string };
  let second: { id: string; uri: string; url: string };

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    marcusId = await aTeacher(node.ctx, 'marcus');
    ruth = await signedIn(node.origin, 'ruth');
  });
  beforeEach(async () => {
    await node.ctx.db.deleteFrom('notice').execute();
    first = await publish(node.ctx, ruthId, aStory({ title: 'The first one' }));
    second = await publish(node.ctx, ruthId, aStory({ title: 'The second one' }));
  });
  afterAll(() => node?.stop());

  const says = (to: string, text = 'How?') => writeReply(node.ctx, marcusId, to, { text, lang: 'en' });
  const happens = (kind: string, aboutUri: string | null = null, objectUri = `urn:${crypto.randomUUID()}`) =>
    insertNotice(node.ctx.db, {
      personId: ruthId,
      kind: kind as 'followed',
      aboutUri,
      objectUri,
      fromId: marcusId,
    });
  const headings = (text: string) =>
    [...text.matchAll(/<section class="part"[^>]*><div class="part-head"><h2>([^<]*)</g)].map(
      ([, title]) => title,
    );
  const unread = async () =>
    (await noticesOf(node.ctx.db, ruthId, 100, { unread: true })).map(({ kind }) => kind);

  test('stands under the work that it is about, the newest on top; people and the node have places of their own', async () => {
    await happens('report-closed');
    await happens('followed');
    await says(first.uri, 'One');
    await says(second.uri, 'Two');
    await says(first.uri, 'Three');
    const { text } = await ruth.get('/notifications');
    expect(headings(text)).toEqual(['The first one', 'The second one', 'People', 'This server']);
    expect(text.split('said something').length - 1).toBe(3);
    expect(text).toContain('follows you now');
  });

  test.each([
    ['work', ['The first one']],
    ['people', ['People']],
    ['node', ['This server']],
    ['nonsense', ['The first one', 'People', 'This server']],
  ])('shows what is about %s alone', async (about, groups) => {
    await happens('report-closed');
    await happens('followed');
    await says(first.uri);
    const { text } = await ruth.get(`/notifications?about=${about}`);
    expect(headings(text)).toEqual(groups);
    if (about !== 'nonsense')
      expect(text).toContain(`href="/notifications?about=${about}" aria-current="page"`);
  });

  test('nothing new is a good thing', async () => {
    for (const path of ['/notifications', '/notifications?about=people'])
      expect((await ruth.get(path)).text).toContain('Nothing new. Good – go and teach.');
  });

  test('is read group by group, or all at once, and what came meanwhile stays new', async () => {
    await happens('followed');
    await says(first.uri);
    await says(second.uri);
    const { text } = await ruth.get('/notifications');
    const [newest] = await noticesOf(node.ctx.db, ruthId, 1);
    expect(text).toContain('Mark these as read');
    const about = { concern: 'work', about: first.uri, upTo: newest?.id ?? '', back: '/notifications' };
    expect((await ruth.post('/notifications/read', about)).location).toBe('/notifications');
    expect(await unread()).toEqual(['replied', 'followed']);
    await ruth.post('/notifications/read', { concern: 'people', upTo: newest?.id ?? '' });
    expect(await unread()).toEqual(['replied']);
    await says(first.uri, 'Meanwhile');
    await ruth.post('/notifications/read', { upTo: newest?.id ?? '' });
    expect(await unread()).toEqual(['replied']);
    await happens('report-closed');
    await ruth.post('/notifications/read', { concern: 'node' });
    expect(await unread()).toEqual(['replied']);
    await ruth.post('/notifications/read', { upTo: 'nonsense', concern: 'nonsense' });
    expect(await unread()).toEqual([]);
    expect((await ruth.get('/notifications')).text).not.toContain('as read');
  });

  test('comes fifty to a page', async () => {
    for (let n = 1; n <= 120; n += 1) await happens('followed', null, `urn:${n}`);
    const counts: number[] = [];
    let path: string | undefined = '/notifications?about=people';
    while (path) {
      const { text }: { text: string } = await ruth.get(path);
      counts.push(text.split('follows you now').length - 1);
      path = /class="older" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(counts).toEqual([50, 50, 20]);
  });

  test('what this version has no words for breaks nothing, and neither does what is gone', async () => {
    await happens('danced-about', first.uri);
    await happens('taken-back', 'https://elsewhere.example/works/1');
    for (const kind of ['counted', 'answered', 'thanked', 'looked-after', 'busy'])
      await happens(kind, first.uri);
    const { status, text } = await ruth.get('/notifications');
    expect(status).toBe(200);
    expect(headings(text)).toEqual(['The first one', 'Something that is no longer here', 'This server']);
    for (const words of [
      'counted what you said as a try',
      'answers it',
      'says thank you',
      '0 shown, 0 hidden',
    ])
      expect(text).toContain(words);
    expect((await ruth.get('/')).status).toBe(200);
  });

  test('home has the three newest about one’s work and how many more there are, of the same read', async () => {
    await happens('followed');
    for (let n = 0; n < 7; n += 1) await says(first.uri, `Word ${n}`);
    const { text } = await ruth.get('/');
    expect(text).toContain('Your work travelled');
    expect(text.split('class="notice new"').length - 1).toBe(3);
    expect(text).toContain('and 4 more');
    expect(text).not.toContain('follows you now');
    await ruth.post('/notifications/read', { concern: 'work' });
    const after = (await ruth.get('/')).text;
    expect(after).toContain('Where your work has been');
    expect(after).not.toContain('more</a>');
    expect(await unread()).toEqual(['followed']);
  });

  test('a try is told with what was changed; taken back, it is told no more', async () => {
    const input = tryInput.parse({ changed: 'Pairs in one colour.', happened: 'Quiet.', verdict: 'worked' });
    const { id } = await reportTry(node.ctx, marcusId, first.uri, input);
    expect((await ruth.get('/notifications')).text).toContain('Pairs in one colour.');
    await takeBackTry(node.ctx, marcusId, id);
    expect((await ruth.get('/notifications')).text).not.toContain('Pairs in one colour.');
  });

  test('nobody sees what somebody else is told', async () => {
    await says(first.uri);
    const marcus = await signedIn(node.origin, 'marcus');
    expect((await marcus.get('/notifications')).text).not.toContain('The first one');
    await marcus.post('/notifications/read', { concern: 'work', about: first.uri });
    expect(await unread()).toEqual(['replied']);
  });
});

describe('who liked it elsewhere', () => {
  let node: TestDistrict;
  let ruthId: string;

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    const marcusId = await aTeacher(node.ctx, 'marcus');
    await aTeacher(node.ctx, 'priya', { role: 'admin' });
    const ruth = await actorById(node.ctx.db, ruthId);
    if (ruth) await followActor(node.ctx, marcusId, ruth);
  });
  afterAll(() => node?.stop());

  test('is for the author alone, each person once, and nowhere counted', async () => {
    const story = await publish(node.ctx, ruthId, aStory());
    const page = new URL(story.url).pathname;
    const input = tryInput.parse({
      changed: 'Pairs.',
      happened: 'Quiet.',
      verdict: 'worked',
      audience: 'everyone',
    });
    const attempt = await reportTry(node.ctx, ruthId, story.uri, input);
    const ruth = await signedIn(node.origin, 'ruth');
    expect((await ruth.get(page)).text).not.toContain('Liked elsewhere');
    for (let n = 0; n < 12; n += 1) {
      const { id: actorId, uri } = await aStranger(node.ctx, `zqliker${n}`);
      for (const objectUri of [story.uri, attempt.uri])
        for (const kind of ['like', 'announce'] as const)
          await saveAppreciation(node.ctx.db, {
            activityUri: `${uri}/${kind}/${objectUri}`,
            actorId,
            objectUri,
            kind,
          });
    }
    const bad = await aStranger(node.ctx, 'zqsuspended', { suspended: true });
    await node.ctx.db.updateTable('actor').set({ state: 'suspended' }).where('id', '=', bad.id).execute();
    await saveAppreciation(node.ctx.db, {
      activityUri: `${bad.uri}/1`,
      actorId: bad.id,
      objectUri: story.uri,
      kind: 'like',
    });
    for (const path of [page, new URL(attempt.url).pathname]) {
      const { text } = await ruth.get(path);
      expect(text).toContain('12 people elsewhere liked it or passed it on.');
      expect(new Set(text.match(/@zqliker\d+/g)).size).toBe(10);
      expect(text).toContain('and 2 more');
      expect(text).not.toContain('zqsuspended');
    }
    const others = [
      await signedIn(node.origin, 'marcus'),
      await signedIn(node.origin, 'priya'),
      new Visitor(node.origin),
    ];
    for (const who of others) {
      for (const path of [page, new URL(attempt.url).pathname, '/@ruth', '/', '/district', '/nodeinfo/2.1']) {
        const { text } = await who.get(path);
        expect(text).not.toMatch(/zqliker|Liked elsewhere/);
      }
    }
    for (const uri of [story.uri, `${story.uri}/likes`, `${story.uri}/shares`]) {
      const wire = await fetch(uri, { headers: { accept: 'application/activity+json' } });
      expect(await wire.text()).not.toContain('zqliker');
    }
  });
});
