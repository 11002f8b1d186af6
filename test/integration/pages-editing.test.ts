import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StoryInput } from '../../server/domain/work.ts';
import { storyValues } from '../../web/stories/story-values.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { signedIn, Visitor } from '../support/visitor.ts';

/** What a browser sends of the whole form. */
function fieldsOf(story: StoryInput): Record<string, string | string[]> {
  const entries = Object.entries(storyValues(story)).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(String) : String(value ?? ''),
  ]);
  return { ...Object.fromEntries(entries), attested: 'yes' };
}

describe('a story that is out', () => {
  let node: TestDistrict;
  let ruth: Visitor;
  let marcus: Visitor;
  let ruthId: string;
  const anybody = () => new Visitor(node.origin);

  beforeAll(async () => {
    node = await openDistrict();
    ruthId = await aTeacher(node.ctx, 'ruth');
    await aTeacher(node.ctx, 'marcus');
    [ruth, marcus] = await Promise.all([signedIn(node.origin, 'ruth'), signedIn(node.origin, 'marcus')]);
  });
  afterAll(() => node?.stop());

  async function out(title: string, more: Partial<StoryInput> = {}) {
    const story = aStory({ title, ...more });
    const { id, url } = await publish(node.ctx, ruthId, story);
    return { story, path: `/write/story/${id}`, page: new URL(url).pathname };
  }

  test('is changed on one page, with a word for its readers', async () => {
    const { story, path, page } = await out('Sand and silence');
    expect((await ruth.get(path)).text).toContain('What did you correct?');
    const fields = { ...fieldsOf(story), gist: 'Corrected gist.', changeNote: 'The class had 27 students.' };
    expect((await ruth.post(path, fields)).location).toBe(page);
    const read = await anybody().get(page);
    expect(read.text).toContain('The class had 27 students.');
    expect(read.text).toContain('Corrected gist.');
  });

  test('is not changed by half: what is missing is said and everything typed stays', async () => {
    const { story, path, page } = await out('Half a change');
    const note = 'n'.repeat(201);
    const fields = { ...fieldsOf(story), gist: '', how: 'Another how.', changeNote: note };
    const answer = await ruth.post(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Say in one breath what it is about.');
    expect(answer.text).toContain('200 characters at most');
    expect(answer.text).toContain('Another how.');
    expect(answer.text).toContain(note);
    expect((await anybody().get(page)).text).not.toContain('Another how.');
  });

  test('is not changed by a page of its draft that was still open', async () => {
    const { path, page } = await out('Still open');
    const answer = await ruth.post(`${path}/help-it-travel`, { gist: 'Old window.', go: 'next' });
    expect([answer.status, answer.text.includes('published in the meantime')]).toEqual([422, true]);
    expect(answer.text).toContain('Old window.');
    expect((await anybody().get(page)).text).not.toContain('Old window.');
  });

  test('is there for nobody outside once its circle is made smaller', async () => {
    const { story, path, page } = await out('Only for us');
    await ruth.post(path, { ...fieldsOf(story), audience: 'district' });
    expect([(await anybody().get(page)).status, (await marcus.get(page)).status]).toEqual([404, 200]);
    await ruth.post(path, { ...fieldsOf(story), audience: 'me' });
    expect([(await marcus.get(page)).status, (await ruth.get(page)).status]).toEqual([404, 200]);
  });

  test('is taken back with a reason, and its page says who and when', async () => {
    const { path, page } = await out('Taken back later');
    expect((await anybody().get(page)).status).toBe(200);
    const asked = await ruth.post(`${path}/take-back`);
    expect([asked.status, asked.text.includes('Choose one of the reasons.')]).toEqual([422, true]);
    expect((await ruth.post(`${path}/discard`)).location).toBe(`${path}/take-back`);
    expect((await anybody().get(page)).status).toBe(200);
    expect((await ruth.post(`${path}/take-back`, { reason: 'student' })).location).toBe(
      `${path}/take-back/progress`,
    );
    expect((await ruth.get(`${path}/take-back/progress`)).text).toContain(
      'A story of which nothing was kept',
    );
    const gone = await anybody().get(page);
    expect(gone.status).toBe(410);
    expect(gone.text).toMatch(/Ruth took this back on [A-Z][a-z]+ \d+, \d{4}\./);
    expect(gone.text).not.toContain('sand timer');
    expect((await anybody().get('/@ruth')).text).not.toContain('Taken back later');
  });

  test('of the district says nothing to others when it is taken back', async () => {
    const { path, page } = await out('Quietly gone', { audience: 'district' });
    await ruth.post(`${path}/take-back`, { reason: 'changed-mind' });
    expect((await anybody().get(page)).status).toBe(404);
  });

  test('is changed and taken back by its author alone', async () => {
    const { story, path, page } = await out('Hands off');
    for (const answer of [
      await marcus.get(path),
      await marcus.post(path, { ...fieldsOf(story), gist: 'Not mine.' }),
      await marcus.get(`${path}/take-back`),
      await marcus.post(`${path}/take-back`, { reason: 'mistake' }),
    ])
      expect(answer.status).toBe(404);
    const read = await anybody().get(page);
    expect([read.status, read.text.includes('Not mine.')]).toEqual([200, false]);
  });
});
