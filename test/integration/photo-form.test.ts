import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saveDraft } from '../../server/actions/save-draft.ts';
import { workById } from '../../server/store/works.ts';
import { aStory, aTeacher } from '../support/district.ts';
import { openPhotoScene, type PhotoScene } from '../support/photo-scene.ts';
import { jpegOf, svg } from '../support/photos.ts';
import { signedIn } from '../support/visitor.ts';

let scene: PhotoScene;
let { node, ruth, at, anybody, photosIn } = {} as PhotoScene;

beforeAll(async () => {
  scene = await openPhotoScene();
  ({ node, ruth, at, anybody, photosIn } = scene);
});
afterAll(() => node?.stop());

const aDraft = (): Promise<string> => saveDraft(node.ctx, ruth, aStory());

describe('the form of a photo', () => {
  test('what cannot be taken is said beside the field, and nothing typed is lost', async () => {
    const id = await aDraft();
    const refused = await at.upload(`/write/story/${id}/photos`, svg(), {
      part: 'tell',
      title: 'Kept all the same',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('aria-invalid="true"');
    expect(refused.text).toContain('This is a drawing (SVG), which can hold programs.');
    expect((await workById(node.ctx.db, id))?.title).toBe('Kept all the same');
    const none = await at.upload(`/write/story/${id}/photos`, null);
    expect([none.status, none.text.includes('Choose a photo first.')]).toEqual([422, true]);
    expect(await photosIn(id)).toEqual([]);
  });

  test('a file that is too big gets a page that says so; one that lies about being larger is not read', async () => {
    const id = await aDraft();
    const { bytes } = await jpegOf(40, 30);
    const large = {
      bytes: Buffer.concat([bytes, Buffer.alloc(13_000_000)]),
      type: 'image/jpeg',
      name: 'large.jpg',
    };
    const answer = await at.upload(`/write/story/${id}/photos`, large);
    expect([answer.status, answer.text.includes('The file is too big: 12 MB at most.')]).toEqual([422, true]);
  });

  test('whoever was signed out meanwhile gets the text back to send again', async () => {
    const id = await aDraft();
    const answer = await anybody.upload(`/write/story/${id}/photos`, await jpegOf(40, 30), {
      part: 'tell',
      how: 'Words that nobody wants to lose.',
    });
    expect([answer.status, answer.text.includes('Words that nobody wants to lose.')]).toEqual([403, true]);
    expect(await photosIn(id)).toEqual([]);
  });

  test('forms that are no forms are refused', async () => {
    const id = await aDraft();
    const send = (type: string, body: string) =>
      at.send('POST', `/write/story/${id}/photos`, body, { 'content-type': type, origin: node.origin });
    expect((await send('multipart/form-data', 'x')).status).toBe(422);
    expect((await send('multipart/form-data; boundary=x', '--x\r\nnonsense')).status).toBe(400);
    expect((await send('multipart/form-data; boundary=x', '--x\r\n')).status).toBe(400);
    const many = Array.from(
      { length: 400 },
      (_, n) => `--x\r\ncontent-disposition: form-data; name="f${n}"\r\n\r\n1\r\n`,
    );
    expect((await send('multipart/form-data; boundary=x', `${many.join('')}--x--\r\n`)).status).toBe(413);
    const long = `--x\r\ncontent-disposition: form-data; name="how"\r\n\r\n${'a'.repeat(300_000)}\r\n--x--\r\n`;
    expect((await send('multipart/form-data; boundary=x', long)).status).toBe(413);
  });

  test('an hour has room for sixty photos of one person', async () => {
    const busy = await aTeacher(node.ctx, 'busy');
    const who = await signedIn(node.origin, 'busy');
    const id = await saveDraft(node.ctx, busy, aStory());
    const answers = await Promise.all(
      Array.from({ length: 61 }, () => who.upload(`/write/story/${id}/photos`, null)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(60).fill(422), 429]);
  });
});
