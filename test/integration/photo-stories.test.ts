import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { editStory } from '../../server/actions/edit-story.ts';
import { workById } from '../../server/store/works.ts';
import { aStory } from '../support/district.ts';
import { ANSWERED, addressesOf, openPhotoScene, type PhotoScene, photoIn } from '../support/photo-scene.ts';
import { cameraPhoto, metadataIn } from '../support/photos.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { signedIn } from '../support/visitor.ts';

let scene: PhotoScene;
let { node, ruth, at, anybody, photosIn, statuses } = {} as PhotoScene;

beforeAll(async () => {
  scene = await openPhotoScene();
  ({ node, ruth, at, anybody, photosIn, statuses } = scene);
});
afterAll(() => node?.stop());

describe('a photo in a story', () => {
  test('is added with the text that is being written, described, published and shown, without scripts', async () => {
    const form = await at.get('/write/story');
    expect(form.text).toContain('formenctype="multipart/form-data"');
    expect(form.text).toContain('accept="image/jpeg,image/png,image/webp"');
    const added = await at.upload('/write/story/new/photos', await cameraPhoto(), {
      part: 'tell',
      title: 'Three jars',
      how: 'I put three jars on the table and say nothing.',
      go: 'photo',
    });
    expect(added.status).toBe(303);
    const [, id = '', photoId = ''] = /^\/write\/story\/(\w+)\/photos\/(\w+)$/.exec(added.location) ?? [];
    expect((await workById(node.ctx.db, id))?.title).toBe('Three jars');

    const page = await at.get(added.location);
    for (const words of [
      'What can be seen?',
      'What would you say on the phone?',
      'Look in the corners: any names?',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain('We removed where it was taken');
    await at.post(`/write/story/${id}/help-it-travel`, {
      part: 'travel',
      gist: 'Three jars, and nobody says a word.',
      subjects: 'sciences',
      ageMin: '10',
      ageMax: '11',
    });
    await at.post(`/write/story/${id}/who`, { part: 'who', audience: 'everyone', go: 'next' });

    // it cannot leave before it is answered for
    const early = await at.post(`/write/story/${id}/publish`, { attested: 'yes' });
    expect([early.status, early.text.includes('Say of every photo what can be seen.')]).toEqual([422, true]);
    expect((await at.get(`/write/story/${id}/preview`)).text).toContain('Say of every photo who is in it.');
    const answered = await at.post(`/write/story/${id}/photos/${photoId}`, ANSWERED);
    expect([answered.status, answered.location]).toEqual([303, `/write/story/${id}/photos`]);
    const published = await at.post(`/write/story/${id}/publish`, { attested: 'yes' });
    expect([published.status, published.location]).toEqual([303, `/write/story/${id}/done`]);

    const [photo] = await photosIn(id);
    const story = await anybody.get('/@ruth/three-jars');
    const image = /<figure[^>]*>(<img[^>]*>)/.exec(story.text)?.[1] ?? '';
    for (const part of [
      `alt="${ANSWERED.alt}"`,
      `width="${photo?.width}"`,
      `height="${photo?.height}"`,
      'loading="lazy"',
      `srcset="/media/${photo?.token}/480.jpg 360w, /media/${photo?.token}/1080.jpg 810w, /media/${photo?.token}/1920.jpg 1200w"`,
    ])
      expect(image).toContain(part);
    expect(story.text).toContain(
      `property="og:image" content="${node.origin}/media/${photo?.token}/1920.jpg"`,
    );
    expect(story.text).toContain(`property="og:image:alt" content="${ANSWERED.alt}"`);
    // in lists there is none
    for (const list of ['/', '/@ruth', '/district'])
      expect((await anybody.get(list)).text).not.toContain('/media/');
  });

  test('is served as a JPEG that nothing can be read from or run in, and kept by caches', async () => {
    const { photo } = await photoIn(node.ctx, ruth, 'everyone');
    for (const { size, bytes, width, height } of photo.files) {
      const answer = await fetch(`${node.origin}/media/${photo.token}/${size}.jpg`);
      const content = Buffer.from(await answer.arrayBuffer());
      expect(metadataIn(content)).toEqual([]);
      expect([content.length, Math.max(width, height) <= size]).toEqual([bytes, true]);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'public, max-age=300, s-maxage=60, must-revalidate',
        'cross-origin-resource-policy': 'cross-origin',
        'content-length': String(bytes),
      });
      expect(answer.headers.get('set-cookie')).toBeNull();
      const again = await fetch(answer.url, {
        headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
      });
      expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
      const head = await fetch(answer.url, { method: 'HEAD' });
      expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes)]);
    }
  });

  test('asked for as ActivityPub it is a picture all the same, or nothing', async () => {
    const { photo } = await photoIn(node.ctx, ruth, 'everyone');
    const accept = { accept: 'application/activity+json' };
    const answer = await anybody.get(`/media/${photo.token}/480.jpg`, accept);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const nothing = await anybody.get(`/media/${'A'.repeat(22)}/480.jpg`, accept);
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('does not take the message that waits for the next page', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'draft');
    await at.post(`/write/story/${id}/photos/${photo.id}`, ANSWERED);
    expect((await at.get(`/media/${photo.token}/480.jpg`)).status).toBe(200);
    expect((await at.get(`/write/story/${id}/photos`)).text).toContain('The photo is answered for.');
  });
});

describe('who sees a photo', () => {
  test('those who may read its story; for everybody else there is nothing, as where nothing ever was', async () => {
    const visitors = {
      anonymous: anybody,
      colleague: await signedIn(node.origin, 'marcus'),
      author: at,
    };
    const seen: Record<string, Record<string, number>> = {};
    const bodies: string[] = [];
    for (const kind of [
      'everyone',
      'district',
      'me',
      'draft',
      'added later',
      'taken back',
      'discarded',
    ] as const) {
      const { photo } = await photoIn(node.ctx, ruth, kind);
      const row: Record<string, number> = {};
      for (const [who, visitor] of Object.entries(visitors)) {
        const path = `/media/${photo.token}/480.jpg`;
        const answer = await visitor.get(path);
        row[who] = answer.status;
        if (answer.status === 404 && who === 'anonymous')
          bodies.push(answer.text.replaceAll(photo.token, ''));
        if (answer.status === 200 && kind !== 'everyone')
          expect(answer.headers.get('cache-control')).toBe('private, no-store');
      }
      seen[kind] = row;
    }
    expect(seen).toEqual({
      everyone: { anonymous: 200, colleague: 200, author: 200 },
      district: { anonymous: 404, colleague: 200, author: 200 },
      me: { anonymous: 404, colleague: 404, author: 200 },
      draft: { anonymous: 404, colleague: 404, author: 200 },
      'added later': { anonymous: 404, colleague: 404, author: 200 },
      'taken back': { anonymous: 404, colleague: 404, author: 404 },
      discarded: { anonymous: 404, colleague: 404, author: 404 },
    });
    const never = 'A'.repeat(22);
    bodies.push((await anybody.get(`/media/${never}/480.jpg`)).text.replaceAll(never, ''));
    expect(new Set(bodies).size).toBe(1);
  });

  test.each(['/media/x/480.jpg', '/media/../../etc/passwd/480.jpg', `/media/${'A'.repeat(22)}/0.jpg`])(
    '%s is nothing',
    async (path) => {
      expect((await anybody.get(path)).status).toBe(404);
    },
  );

  test('only sizes that there are, only by their whole name', async () => {
    const { photo } = await photoIn(node.ctx, ruth, 'everyone');
    const paths = ['479.jpg', '480.png', '480', '480.jpg.html', '480.webp'];
    expect(
      await statuses(
        anybody,
        paths.map((name) => `/media/${photo.token}/${name}`),
      ),
    ).toEqual([404]);
  });

  test('a story that is narrowed takes its photos in from everybody else', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    await editStory(node.ctx, ruth, id, aStory({ audience: 'district' }), '', READ_THROUGH);
    expect(await statuses(anybody, addressesOf([photo]))).toEqual([404]);
    expect(await statuses(at, addressesOf([photo]))).toEqual([200]);
  });
});
