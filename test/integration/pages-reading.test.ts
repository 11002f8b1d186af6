import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reportTry } from '../../server/actions/report-try.ts';
import { writeReply } from '../../server/actions/write-reply.ts';
import { tryInput } from '../../server/domain/adaptation.ts';
import { updateReply } from '../../server/store/replies.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

describe('reading a story', () => {
  let node: TestDistrict;
  let ruthId: string;
  let marcusId: string;
  let story: { id: string; uri: string; url: string };
  let page: string;
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth', { bio: 'Ask me about waiting.' });
    marcusId = await aTeacher(node.ctx, 'marcus');
    const jordan = await aTeacher(node.ctx, 'jordan', { label: 'student-teacher' });
    story = await publish(node.ctx, ruthId, aStory({ gistOther: [{ lang: 'fi', text: 'Tiimalasi.' }] }));
    await publish(node.ctx, ruthId, aStory({ title: 'Among us', audience: 'district' }));
    await publish(node.ctx, jordan, aStory({ title: 'My first lesson' }));
    page = new URL(story.url).pathname;
  });
  afterAll(() => node?.stop());

  test('its head tells other programs what it is', async () => {
    const { text } = await anybody().get(page);
    expect(text).toContain(`<link rel="canonical" href="${story.url}"`);
    expect(text).toContain(`<link rel="alternate" type="application/activity+json" href="${story.uri}"`);
    expect(text).toContain(`<meta name="fediverse:creator" content="@ruth@${node.ctx.host}"`);
    expect(text).toContain('<meta property="og:title" content="Seven silent seconds"');
    expect(text).not.toContain('name="robots"');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': ['Article', 'LearningResource'],
      '@id': story.uri,
      headline: 'Seven silent seconds',
      inLanguage: 'en',
      typicalAgeRange: '15-16',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      author: [{ name: 'Ruth', url: `${node.origin}/@ruth` }],
    });
  });

  test('its author is not asked what they would need to know; others are', async () => {
    const [own, other] = await Promise.all(
      ['ruth', 'marcus'].map(async (who) => (await (await signedIn(node.origin, who)).get(page)).text),
    );
    const asked = ['to try it on Monday?', 'Add a word'];
    expect(asked.map((words) => own?.includes(words))).toEqual([false, true]);
    expect(asked.map((words) => other?.includes(words))).toEqual([true, false]);
  });

  test('tries from classes like one’s own come first for whoever has said what they teach', async () => {
    const { uri, url } = await publish(node.ctx, ruthId, aStory({ title: 'Tried twice' }));
    const happened = tryInput.parse({ changed: 'Pairs.', happened: 'It got quiet.', verdict: 'worked' });
    await aTeacher(node.ctx, 'blank', { subjects: [], ageMin: null, ageMax: null });
    const told = await aTeacher(node.ctx, 'told');
    for (const by of [marcusId, told]) await reportTry(node.ctx, by, uri, happened);
    for (const [who, offered] of [
      ['told', true],
      ['blank', false],
    ] as const) {
      const { text } = await (await signedIn(node.origin, who)).get(new URL(url).pathname);
      expect([who, text.includes('Classes like mine first')]).toEqual([who, offered]);
    }
  });

  test('prompts stand in the language of the story, as do its other lines', async () => {
    const id = await publish(node.ctx, ruthId, aStory({ title: 'Hiekka', lang: 'fi' }));
    const { text } = await anybody().get(new URL(id.url).pathname);
    expect(text).toMatch(/<div class="prose" lang="fi"[^>]*><h2>Missä olit\?<\/h2>/);
    expect((await anybody().get(page)).text).toMatch(/In Finnish:<\/span> <span lang="fi"[^>]*>Tiimalasi\./);
  });

  test('a student teacher’s story is not for search engines', async () => {
    expect((await anybody().get('/@jordan/my-first-lesson')).text).toContain(
      '<meta name="robots" content="noindex"',
    );
  });

  test('what is for the district is not there for anybody else, as page, on lists or in words', async () => {
    const marcus = await signedIn(node.origin, 'marcus');
    const inside = await marcus.get('/@ruth/among-us');
    expect([inside.status, inside.text.includes('noindex')]).toEqual([200, true]);
    const outside = await anybody().get('/@ruth/among-us');
    expect(outside.status).toBe(404);
    for (const path of ['/', '/@ruth', '/district']) {
      expect((await anybody().get(path)).text).not.toContain('Among us');
      if (path !== '/') expect((await marcus.get(path)).text).toContain('Among us');
    }
  });

  test('its address is found whatever the case of the handle, and no other', async () => {
    expect((await anybody().get('/@Ruth/seven-silent-seconds')).status).toBe(200);
    expect((await anybody().get('/@marcus/seven-silent-seconds')).status).toBe(404);
    expect((await anybody().get('/@ruth/no-such-story')).status).toBe(404);
  });

  test('a colleague asks about the how, and everybody reads it at once', async () => {
    const marcus = await signedIn(node.origin, 'marcus');
    expect((await anybody().get(page)).text).not.toContain('Which timer');
    const sent = await marcus.post(`/works/${story.id}/reply`, {
      text: 'Which timer, *exactly*?',
      lang: 'en',
    });
    expect(sent.location).toMatch(new RegExp(`^${page}#reply-`));
    const read = await eventually('the page with the question', async () => {
      const answer = await anybody().get(page);
      return answer.text.includes('Which timer') ? answer.text : null;
    });
    expect(read).toContain('Which timer, <em>exactly</em>?');
    const id = sent.location.split('#reply-')[1];
    const ruth = await signedIn(node.origin, 'ruth');
    expect((await ruth.get(`${page}?answer=${id}`)).text).toContain(`action="/works/${id}/reply"`);
    expect((await ruth.post(`/works/${id}/reply`, { text: 'From a board game.', lang: 'en' })).status).toBe(
      303,
    );
    expect((await anybody().get(`/@marcus/replies/${id}`)).text).toContain('Which timer');
  });

  test('an empty or endless word comes back with the page, as it was typed', async () => {
    const marcus = await signedIn(node.origin, 'marcus');
    const empty = await marcus.post(`/works/${story.id}/reply`, { text: '  ', lang: 'en' });
    expect([empty.status, empty.text.includes('There is nothing to send yet.')]).toEqual([422, true]);
    const text = 'so '.repeat(600);
    const long = await marcus.post(`/works/${story.id}/reply`, { text, lang: 'fi' });
    expect(long.status).toBe(422);
    expect(long.text).toContain(text.trim());
    expect(long.text).toMatch(/value="fi" selected/);
  });

  test('what is held is for the author to decide, and for nobody else to see', async () => {
    const held = await writeReply(node.ctx, marcusId, story.uri, { text: 'A word from afar.', lang: 'en' });
    await updateReply(node.ctx.db, held.id, { state: 'held' });
    const [ruth, jordan] = [await signedIn(node.origin, 'ruth'), await signedIn(node.origin, 'jordan')];
    for (const answer of [await jordan.get(page), await new Visitor(node.origin).get(`${page}?fresh`)])
      expect(answer.text).not.toContain('A word from afar.');
    expect((await jordan.get(`/@marcus/replies/${held.id}`)).status).toBe(404);
    expect((await jordan.post(`/replies/${held.id}/show`)).status).toBe(404);
    expect((await ruth.get(page)).text).toContain('Waiting for you: replies');
    expect((await ruth.post(`/replies/${held.id}/show`)).location).toBe(page);
    expect((await jordan.get(page)).text).toContain('A word from afar.');
    await ruth.post(`/replies/${held.id}/hide`);
    expect((await jordan.get(page)).text).not.toContain('A word from afar.');
  });

  test('one’s own words can be taken back, nobody else’s', async () => {
    const { id } = await writeReply(node.ctx, marcusId, story.uri, { text: 'Never mind.', lang: 'en' });
    const [marcus, jordan] = [await signedIn(node.origin, 'marcus'), await signedIn(node.origin, 'jordan')];
    expect((await jordan.post(`/replies/${id}/take-back`)).status).toBe(404);
    expect((await marcus.get(`/@marcus/replies/${id}`)).text).toContain(`action="/replies/${id}/take-back"`);
    expect((await marcus.post(`/replies/${id}/take-back`)).location).toBe(page);
    expect((await jordan.get(`/@marcus/replies/${id}`)).status).toBe(410);
    expect((await jordan.get(page)).text).not.toContain('Never mind.');
  });

  test('somebody who is not signed in can say nothing here, and keeps what they wrote', async () => {
    const answer = await anybody().post(`/works/${story.id}/reply`, { text: 'Hello from the street.' });
    expect([answer.status, answer.text.includes('Hello from the street.')]).toEqual([403, true]);
    expect((await anybody().get(page)).text).toContain('tell the author from your own server');
  });
});
