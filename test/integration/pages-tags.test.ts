import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { blockActor } from '../../server/actions/block-actor.ts';
import { receiveWork } from '../../server/actions/receive-work.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { actorById } from '../../server/store/actors.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { aStranger, aWorkOf } from '../support/strangers.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('pages of tags and subjects', () => {
  let node: TestDistrict;
  let ruthId: string;
  let ruth: Visitor;
  const anybody = () => new Visitor(node.origin);
  const tell = (title: string, more: Partial<Parameters<typeof aStory>[0]> = {}) =>
    publish(
      node.ctx,
      ruthId,
      aStory({ title, subjects: ['music'], focus: ['talk-oracy'], tags: [], ...more }),
    );
  const titlesIn = (text: string) =>
    [...text.matchAll(/class="card-title"[^>]*>\s*<a [^>]*>([^<]+)</g)].map(([, title]) => title);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    ruth = await signedIn(node.origin, 'ruth');
    await tell('Out', { tags: ['WaitTime'] });
    await tell('Inside', { tags: ['WaitTime'], audience: 'district' });
    await tell('Mine', { tags: ['WaitTime'], audience: 'me' });
    const back = await tell('Taken back', { tags: ['WaitTime'] });
    await takeBackWork(node.ctx, ruthId, back.id, 'changed-mind');
    const sam = await aStranger(node.ctx, 'sam', { indexable: false });
    await receiveWork(node.ctx, sam, aWorkOf(sam, 'Elsewhere', { tags: ['waittime'] }));
  });
  afterAll(() => node?.stop());

  test('the address of every hashtag in a document is a page, where the work is', async () => {
    const accept = { accept: 'application/activity+json' };
    const { orderedItems } = JSON.parse(
      (await anybody().get(`/ap/actors/${ruthId}/outbox?page=first`, accept)).text,
    );
    const { tag } = orderedItems[0].object;
    const hashtags = tag.filter(({ type }: { type: string }) => type === 'Hashtag');
    expect(hashtags.map(({ name }: { name: string }) => name).sort()).toEqual([
      '#Music',
      '#TalkOracy',
      '#WaitTime',
    ]);
    for (const { href } of hashtags) {
      const page = await anybody().get(href.slice(node.origin.length));
      expect([page.status, titlesIn(page.text)]).toEqual([200, ['Out']]);
    }
  });

  test('members see what is inside and what came from elsewhere; nobody sees what is not for them', async () => {
    const { text } = await ruth.get('/tags/waittime');
    expect(titlesIn(text).sort()).toEqual(['Elsewhere', 'Inside', 'Out']);
    expect(text).toContain('<h1 dir="auto">#WaitTime</h1>');
    expect(titlesIn((await anybody().get('/tags/waittime')).text)).toEqual(['Out']);
  });

  test('members do not see what people write whom they have blocked', async () => {
    const cass = await aTeacher(node.ctx, 'cass');
    await publish(node.ctx, cass, aStory({ title: 'Of Cass', tags: ['OnlyHere'] }));
    expect(titlesIn((await ruth.get('/tags/onlyhere')).text)).toEqual(['Of Cass']);
    await blockActor(node.ctx, ruthId, (await actorById(node.ctx.db, cass)) as Actor);
    expect(titlesIn((await ruth.get('/tags/onlyhere')).text)).toEqual([]);
    expect(titlesIn((await anybody().get('/tags/onlyhere')).text)).toEqual(['Of Cass']);
  });

  test('what is on our lists is called by its name, and any way of writing it leads there', async () => {
    for (const path of ['/tags/talkoracy', '/tags/talk-oracy', '/tags/TalkOracy'])
      expect((await anybody().get(path)).text).toContain('<h1 dir="auto">Talk &amp; oracy</h1>');
    const story = (await anybody().get('/@ruth/out')).text;
    for (const [path, words] of [
      ['/tags/music', 'Music'],
      ['/tags/talkoracy', 'Talk &amp; oracy'],
      ['/tags/waittime', '#WaitTime'],
    ])
      expect(story).toContain(`href="${path}"${words?.startsWith('#') ? ' rel="tag"' : ''}>${words}<`);
  });

  test('they come in pages, the latest first, each work once', async () => {
    for (let n = 1; n <= 23; n += 1) await tell(`Song ${n}`, { tags: ['Chorus'] });
    const first = await eventually('the page of the tag', async () => {
      const page = await anybody().get('/tags/chorus');
      return titlesIn(page.text)[0] === 'Song 23' && page;
    });
    const next = /class="older" href="([^"]+)"/.exec(first.text)?.[1] ?? '';
    const second = await anybody().get(next);
    const titles = [...titlesIn(first.text), ...titlesIn(second.text)];
    expect(titles).toEqual(Array.from({ length: 23 }, (_, n) => `Song ${23 - n}`));
    expect(second.text).not.toContain('class="older"');
  });

  test('a tag that nobody uses has a sentence and something to do; an odd one is no error', async () => {
    const nobody = await anybody().get('/tags/nobodyever');
    expect([nobody.status, nobody.text.includes('No story about “#nobodyever” yet.')]).toEqual([200, true]);
    expect(nobody.text).toContain('content="noindex"');
    expect((await ruth.get('/tags/nobodyever')).text).toContain('href="/write/story"');
    for (const odd of ['%7B%7D', "'", '"', '%25', '%E4%B8%AD%E6%96%87', 'x'.repeat(400), '-'])
      expect([odd, (await anybody().get(`/tags/${odd}`)).status]).toEqual([odd, 200]);
    expect((await anybody().get('/tags/music?after=nonsense')).status).toBe(200);
  });

  test('what is taken back leaves the page at once', async () => {
    const { id } = await tell('For a moment', { tags: ['Fleeting'] });
    expect(titlesIn((await anybody().get('/tags/fleeting')).text)).toEqual(['For a moment']);
    await takeBackWork(node.ctx, ruthId, id, 'student');
    await eventually(
      'the tag is empty',
      async () => titlesIn((await anybody().get('/tags/fleeting')).text).length === 0,
    );
  });
});
