import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import { photosOfWork } from '../../server/store/photos.ts';
import { workById } from '../../server/store/works.ts';
import { storyValues } from '../../web/stories/story-values.ts';
import { aStory, aTeacher, openDistrict, publish, type TestDistrict } from '../support/district.ts';
import { jpegOf } from '../support/photos.ts';
import { READ_THROUGH } from '../support/read-through.ts';
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
    return { id, story, path: `/write/story/${id}`, page: new URL(url).pathname };
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

  const baseIn = (text: string) => /name="base" value="([^"]*)"/.exec(text)?.[1] ?? '';
  const sectionsOf = async (path: string) => {
    const work = node.ctx.db
      .selectFrom('work')
      .selectAll()
      .where('id', '=', path.split('/').at(-1) ?? '');
    return work.executeTakeFirstOrThrow();
  };

  test('saved from two devices at one moment, each keeps its words', async () => {
    const { story, path } = await out('From two devices');
    const base = baseIn((await ruth.get(path)).text);
    const saves = await Promise.all([
      ruth.post(path, { ...fieldsOf(story), base, gist: 'From the phone.' }),
      ruth.post(path, { ...fieldsOf(story), base, title: 'From the laptop' }),
    ]);
    expect(saves.map(({ status }) => status)).toEqual([303, 303]);
    expect(await sectionsOf(path)).toMatchObject({
      gist: 'From the phone.',
      title: 'From the laptop',
      version: 3,
    });
  });

  test('of two devices that changed the same box at one moment, one is asked', async () => {
    const { story, path } = await out('The same box');
    const base = baseIn((await ruth.get(path)).text);
    const saves = await Promise.all(
      ['From the phone.', 'From the laptop.'].map((gist) =>
        ruth.post(path, { ...fieldsOf(story), base, gist }),
      ),
    );
    expect(saves.map(({ status }) => status).sort()).toEqual([303, 409]);
    const asked = saves.find(({ status }) => status === 409)?.text;
    for (const words of ['From the phone.', 'From the laptop.']) expect(asked).toContain(words);
  });

  test('is not saved over what came since it was read', async () => {
    const { id, story } = await out('Read before');
    const seen = { at: (await workById(node.ctx.db, id))?.updatedAt ?? null, photos: [] };
    const save = (title: string) =>
      editStory(node.ctx, ruthId, id, { ...story, title }, '', READ_THROUGH, seen);
    expect(await save('First')).toMatchObject({ ok: true });
    await expect(save('Second')).rejects.toMatchObject({ say: 'changed-meanwhile' });
  });

  test('a photo that a co-author added meanwhile does not go out unseen', async () => {
    const { id, story, path } = await out('With a photo');
    const seenIn = (text: string) => /name="seenPhotos" value="([^"]*)"/.exec(text)?.[1] ?? '';
    const first = (await ruth.get(path)).text;
    const fields = { ...fieldsOf(story), base: baseIn(first), seenPhotos: seenIn(first) };
    await ruth.upload(`${path}/photos`, await jpegOf(91, 60));
    const [photo] = await photosOfWork(node.ctx.db, id);
    const answers = { alt: 'A sand timer.', people: 'none', names: 'no' };
    await ruth.post(`${path}/photos/${photo?.id}`, answers);
    const again = await ruth.post(path, { ...fields, gist: 'Corrected.' });
    expect([again.status, again.text.includes('Read it once more.')]).toEqual([422, true]);
    expect((await photosOfWork(node.ctx.db, id))[0]?.included).toBe(false);
    const sent = await ruth.post(path, { ...fields, gist: 'Corrected.', seenPhotos: seenIn(again.text) });
    expect(sent.status).toBe(303);
    expect((await photosOfWork(node.ctx.db, id))[0]?.included).toBe(true);
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
