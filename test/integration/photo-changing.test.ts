import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import { saveDraft } from '../../server/actions/save-draft.ts';
import type { Photo } from '../../server/domain/photo.ts';
import { updateDistrict } from '../../server/store/districts.ts';
import { workById } from '../../server/store/works.ts';
import { aStory } from '../support/district.ts';
import { addressesOf, openPhotoScene, type PhotoScene, photoIn } from '../support/photo-scene.ts';
import { jpegOf } from '../support/photos.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn } from '../support/visitor.ts';

let scene: PhotoScene;
let { node, ruth, at, anybody, photosIn, statuses, areFilesThere } = {} as PhotoScene;

beforeAll(async () => {
  scene = await openPhotoScene();
  ({ node, ruth, at, anybody, photosIn, statuses, areFilesThere } = scene);
});
afterAll(() => node?.stop());

const aDraft = (): Promise<string> => saveDraft(node.ctx, ruth, aStory());

const BOX = { box1: '10', 'box1-y': '10', 'box1-width': '20', 'box1-height': '20' };

const answersOf = (path: string): Record<string, string> =>
  path === '/cover'
    ? { box1: '1', 'box1-y': '1', 'box1-width': '9', 'box1-height': '9' }
    : { to: 'later', names: 'no' };

describe('the questions about a photo', () => {
  const answers = { alt: 'A table.', people: 'none', names: 'no' };
  const publishing = async (id: string, audience: 'everyone' | 'district') => {
    const result = await publishStory(node.ctx, ruth, id, aStory({ audience }), READ_THROUGH);
    return result.ok ? 'published' : result.problems.map(({ field, say }) => `${field} ${say}`);
  };

  test('hold the story until all of them are answered', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'draft', await jpegOf(90, 60), {});
    expect(await publishing(id, 'everyone')).toEqual(['photos alt', 'photos people', 'photos names']);
    const say = (more: Record<string, string>) => at.post(`/write/story/${id}/photos/${photo.id}`, more);
    await say({ ...answers, people: 'students', names: 'yes' });
    expect(await publishing(id, 'everyone')).toEqual(['photos students', 'photos names-there']);
    expect(await publishing(id, 'district')).toEqual(['photos consent']);
    await updateDistrict(node.ctx.db, { photo_policy: 'with-consent' });
    expect(await publishing(id, 'everyone')).toEqual(['photos consent', 'photos names-there']);
    await say({ ...answers, people: 'students', consent: 'yes' });
    expect(await publishing(id, 'everyone')).toBe('published');
    await updateDistrict(node.ctx.db, { photo_policy: 'no-students' });
  });

  test('a published story keeps its photos answered for; a new one waits until the story is saved with it', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    const say = (more: Record<string, string>) => at.post(`/write/story/${id}/photos/${photo.id}`, more);
    expect((await say({ ...answers, alt: '' })).status).toBe(422);
    expect((await say({ ...answers, people: 'students' })).status).toBe(422);
    const named = await say({ ...answers, alt: 'Student Tyler Brown, born 3 May 2012, at the board.' });
    expect([named.status, named.text.includes('This could tell who a student is.')]).toEqual([422, true]);
    expect(await photosIn(id)).toMatchObject([{ alt: photo.alt }]);
    expect((await say({ ...answers, alt: 'The same table, seen from above.' })).status).toBe(303);
    expect(await workById(node.ctx.db, id)).toMatchObject({ version: 2 });

    await at.upload(`/write/story/${id}/photos`, await jpegOf(91, 60));
    const waiting = (await photosIn(id)).at(-1) as Photo;
    expect(waiting.included).toBe(false);
    expect(await statuses(anybody, addressesOf([waiting]))).toEqual([404]);
    const edit = () => editStory(node.ctx, ruth, id, aStory(), '', READ_THROUGH);
    expect(await edit()).toMatchObject({ ok: false, problems: [{ field: 'photos', say: 'alt' }, {}, {}] });
    await at.post(`/write/story/${id}/photos/${waiting.id}`, answers);
    expect(await edit()).toMatchObject({ ok: true });
    expect(await statuses(anybody, addressesOf(await photosIn(id)))).toEqual([200]);
  });

  test('new words about a published photo may have to be answered for: asked on its page, kept once they are', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    const say = (more: Record<string, string>) => at.post(`/write/story/${id}/photos/${photo.id}`, more);
    const named = { ...answers, alt: 'Tyler Brown on a poster.' };
    const asked = await say(named);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Is this a student’s name?');
    expect(asked.text).toContain('Answer what the student check asks.');
    expect(asked.text).toContain('<mark>Tyler Brown</mark>');
    expect(asked.text).not.toContain('This could tell who a student is.');
    const marks = [...asked.text.matchAll(/name="(check-[\w-]+)" value="keep"/g)].map(([, name]) => name);
    expect(marks).toHaveLength(1);
    expect((await say({ ...named, 'check-another': 'keep' })).status).toBe(422);
    expect(await photosIn(id)).toMatchObject([{ alt: photo.alt }]);
    expect((await say({ ...named, [`${marks[0]}`]: 'keep' })).status).toBe(303);
    expect(await photosIn(id)).toMatchObject([{ alt: named.alt }]);
    expect(await workById(node.ctx.db, id)).toMatchObject({ version: 2 });
  });

  test('a story cannot be widened past what its photos allow', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'district');
    await at.post(`/write/story/${id}/photos/${photo.id}`, {
      ...answers,
      people: 'students',
      consent: 'yes',
    });
    const result = await editStory(node.ctx, ruth, id, aStory({ audience: 'everyone' }), '', READ_THROUGH);
    expect(result).toMatchObject({ ok: false, problems: [{ field: 'photos', say: 'students' }] });
  });

  test('the words about a photo are read by the student check like all others', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'draft');
    await at.post(`/write/story/${id}/photos/${photo.id}`, {
      ...answers,
      alt: 'Write to tyler@example.org.',
    });
    const result = await publishStory(node.ctx, ruth, id, aStory(), READ_THROUGH);
    expect(result).toMatchObject({ ok: false, still: { questions: [{ field: 'photos', fix: null }] } });
  });
});

describe('covering, arranging, removing', () => {
  test('a covered photo has a new address; the uncovered one is deleted, also where it was published', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone', await jpegOf(640, 480));
    const bad = await at.post(`/write/story/${id}/photos/${photo.id}/cover`, { box1: '10', 'box1-y': '10' });
    expect([bad.status, bad.text.includes('A box needs all four numbers.')]).toEqual([422, true]);
    const done = await at.post(`/write/story/${id}/photos/${photo.id}/cover`, {
      box1: '10',
      'box1-y': '10',
      'box1-width': '20,5',
      'box1-height': '20',
    });
    expect(done.status).toBe(303);
    const [covered] = await photosIn(id);
    expect(covered).toMatchObject({ id: photo.id, alt: photo.alt, covers: 1, included: true });
    expect(await statuses(anybody, addressesOf([photo]))).toEqual([404]);
    expect(await areFilesThere([photo])).toEqual([false]);
    expect(await statuses(anybody, addressesOf([covered as Photo]))).toEqual([200]);
    expect(await workById(node.ctx.db, id)).toMatchObject({ version: 2 });
    expect(
      (await anybody.get(new URL((await workById(node.ctx.db, id))?.url ?? '').pathname)).text,
    ).toContain(covered?.token);
  });

  test('what was typed above the boxes is kept with them', async () => {
    const { id } = await photoIn(node.ctx, ruth, 'draft', await jpegOf(640, 480), {});
    const path = async () => `/write/story/${id}/photos/${(await photosIn(id))[0]?.id}`;
    const typed = { alt: 'Three jars, seen from above.', people: 'adults', names: 'yes' };
    expect((await at.post(`${await path()}/cover`, { ...typed, ...BOX })).status).toBe(303);
    expect(await photosIn(id)).toMatchObject([{ ...typed, covers: 1 }]);
    // boxes that do not fit: nothing is covered, nothing is lost
    const wrong = await at.post(`${await path()}/cover`, { ...typed, alt: 'Four jars.', box1: '10' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('>Four jars.</textarea>');
    expect(wrong.text).toMatch(/<details[^>]* open[^>]*>[\s\S]*name="box1" value="10"/);
    // words that do not fit: it is covered all the same
    const long = 'x'.repeat(501);
    const done = await at.post(`${await path()}/cover`, { ...typed, alt: long, ...BOX });
    expect(done.status).toBe(422);
    for (const said of ['Done, and the earlier picture is deleted.', `>${long}</textarea>`, '500 characters'])
      expect(done.text).toContain(said);
    expect(done.text).not.toContain('name="box1" value="10"');
    expect(await photosIn(id)).toMatchObject([{ alt: typed.alt, covers: 2 }]);
  });

  test('a box that is drawn and not covered holds the page, with everything in it', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'draft', await jpegOf(640, 480), {});
    const path = `/write/story/${id}/photos/${photo.id}`;
    const typed = { alt: 'Three jars, seen from above.', people: 'none', names: 'no' };
    const held = await at.post(path, { ...typed, ...BOX, go: 'next' });
    expect([held.status, held.text.includes('nothing is covered yet')]).toEqual([422, true]);
    for (const kept of [`>${typed.alt}</textarea>`, 'name="box1-width" value="20"'])
      expect(held.text).toContain(kept);
    expect(await photosIn(id)).toMatchObject([{ ...typed, covers: 0 }]);
    const emptied = await at.post(path, { ...typed, alt: 'Four jars.', ...BOX, go: 'empty' });
    expect([emptied.status, emptied.text.includes('>Four jars.</textarea>')]).toEqual([200, true]);
    expect(emptied.text).not.toContain('name="box1-width" value="20"');
    expect((await at.post(path, { ...typed, go: 'next' })).status).toBe(303);
  });

  test('readers’ photo is covered at once, whatever is still to be answered about it', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone', await jpegOf(640, 480));
    const path = `/write/story/${id}/photos/${photo.id}/cover`;
    const typed = { alt: 'Tyler Brown on a poster.', people: 'none', names: 'no' };
    const asked = await at.post(path, { ...typed, ...BOX, seen: photo.token });
    expect(asked.status).toBe(422);
    for (const said of ['Done, and the earlier picture is deleted.', 'Is this a student’s name?'])
      expect(asked.text).toContain(said);
    expect(asked.text).toContain(`>${typed.alt}</textarea>`);
    const [covered] = await photosIn(id);
    expect(covered).toMatchObject({ alt: photo.alt, covers: 1 });
    // sent once more, it would cut the picture that came of it
    const twice = await at.post(path, { ...typed, ...BOX, seen: photo.token });
    expect([twice.status, twice.text.includes('This photo was changed in the meantime.')]).toEqual([
      422,
      true,
    ]);
    expect(await photosIn(id)).toEqual([covered]);
  });

  test('photos change places and are taken out; there is room for six', async () => {
    const id = await aDraft();
    for (const width of [60, 61, 62, 63, 64, 65])
      expect((await at.upload(`/write/story/${id}/photos`, await jpegOf(width, 40))).status).toBe(303);
    const seventh = await at.upload(`/write/story/${id}/photos`, await jpegOf(66, 40));
    expect([seventh.status, seventh.text.includes('There are 6 photos')]).toEqual([422, true]);
    const order = async () => (await photosIn(id)).map(({ width }) => width);
    const [first, second, ...rest] = await photosIn(id);
    await at.post(`/write/story/${id}/photos/${second?.id}/move`, { to: 'earlier' });
    expect(await order()).toEqual([61, 60, 62, 63, 64, 65]);
    await at.post(`/write/story/${id}/photos/${rest.at(-1)?.id}/move`, { to: 'later' });
    await at.post(`/write/story/${id}/photos/${first?.id}/remove`);
    expect(await order()).toEqual([61, 62, 63, 64, 65]);
    expect(await areFilesThere([first as Photo])).toEqual([false]);
  });

  test('nobody else can do anything with them', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    const other = await signedIn(node.origin, 'marcus');
    const before = node.ctx.media.decoded;
    for (const [who, status] of [
      [other, 404],
      [anybody, 303],
    ] as const) {
      for (const path of ['', `/${photo.id}`])
        expect((await who.get(`/write/story/${id}/photos${path}`)).status).toBe(status);
      for (const path of ['', '/cover', '/move', '/remove'])
        expect((await who.post(`/write/story/${id}/photos/${photo.id}${path}`, answersOf(path))).status).toBe(
          status,
        );
      expect((await who.upload(`/write/story/${id}/photos`, await jpegOf(70, 40))).status).toBe(status);
    }
    expect(await photosIn(id)).toEqual([photo]);
    expect(node.ctx.media.decoded).toBe(before);
  });
});
