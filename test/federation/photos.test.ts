import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { coverPhoto } from '../../server/actions/cover-photo.ts';
import { followActor } from '../../server/actions/follow-actor.ts';
import { removePicture } from '../../server/actions/set-picture.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { followBetween } from '../../server/store/follows.ts';
import { photosOfWork } from '../../server/store/photos.ts';
import { workByUri } from '../../server/store/works.ts';
import { aStory, aTeacher, openDistrict, type TestDistrict } from '../support/district.ts';
import { eventually } from '../support/eventually.ts';
import { type Mastodon, openMastodon } from '../support/mastodon.ts';
import type { Account } from '../support/mastodon-account.ts';
import type { Json } from '../support/peer-actor.ts';
import { publishWithPhotos, setPictureOf } from '../support/photo-scene.ts';
import { metadataIn } from '../support/photos.ts';
import { signedIn } from '../support/visitor.ts';
import { schemaProblems } from '../support/wire-schemas.ts';
import { expectGoodShape } from '../support/wire-shape.ts';

const TEXTS = ['Three jars.', 'The third jar, blue.', 'A hand-drawn curve.', 'Chalk.', 'The sink.'];

describe('photos on other servers', () => {
  let pine: TestDistrict;
  let koivu: TestDistrict;
  let mastodon: Mastodon;
  let ruth: string;
  let there: Account;

  beforeAll(async () => {
    [pine, koivu, mastodon] = await Promise.all([
      openDistrict(),
      openDistrict('Koivuranta', 'koivuranta'),
      openMastodon(),
    ]);
    ruth = await aTeacher(pine.ctx, 'ruth');
    const marja = await aTeacher(koivu.ctx, 'marja');
    const bob = mastodon.actor('bob');
    there = await mastodon.search(`ruth@${pine.ctx.host}`);
    await mastodon.follow(bob, there);
    await eventually('Bob follows Ruth', async () => mastodon.following.get(bob.uri)?.has(there.uri));
    const ruthAtKoivu = await koivu.ctx.lookup.actor(`@ruth@${pine.ctx.host}`);
    await followActor(koivu.ctx, marja, ruthAtKoivu);
    await eventually(
      'Marja follows Ruth',
      async () => (await followBetween(koivu.ctx.db, marja, ruthAtKoivu.id))?.state === 'accepted',
    );
  });
  afterAll(async () => void (await Promise.all([pine?.stop(), koivu?.stop(), mastodon?.close()])));

  const arrived = (uri: string) => eventually('the story', async () => mastodon.statuses.get(uri));
  const articleOf = (uri: string): Json =>
    mastodon.of('Create').find(({ object }) => object.id === uri)?.object as Json;
  /** As the last document that came names it. */
  const pictureOf = (uri: string): string => {
    const sent = [...mastodon.of('Create'), ...mastodon.of('Update')].filter(
      ({ object }) => object.id === uri,
    );
    return sent.at(-1)?.object.image.url;
  };

  test('a story brings its first photo as its picture, with its text, its size and an address that cannot be guessed', async () => {
    const { uri, photos } = await publishWithPhotos(pine.ctx, ruth, aStory({ title: 'Five photos' }), TEXTS);
    const status = await arrived(uri);
    // a gallery would take the place of the card
    expect(status.media).toEqual([]);
    const article = articleOf(uri);
    expect(article.attachment).toEqual([]);
    const [first] = photos;
    expect(article.image).toEqual({
      type: 'Image',
      mediaType: 'image/jpeg',
      url: `${pine.origin}/media/${first?.token}/${first?.files.at(-1)?.size}.jpg`,
      name: TEXTS[0],
      summary: TEXTS[0],
      width: 60,
      height: 40,
      blurhash: photos[0]?.blurhash,
    });
    expect(new Set(photos.map(({ token }) => token)).size).toBe(5);
    const served = (await (await mastodon.get(uri)).json()) as Json;
    expect(served.image).toEqual(article.image);
    expectGoodShape(served);
    expect(schemaProblems('story', served)).toEqual([]);
  });

  test('whoever shows a story elsewhere can fetch its photos, which say nothing of camera and place', async () => {
    const { uri } = await publishWithPhotos(pine.ctx, ruth, aStory({ title: 'Fetched' }), ['A jar.']);
    await arrived(uri);
    const answer = await fetch(pictureOf(uri), { headers: { accept: 'image/*' } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(bytes.length).toBeLessThan(2_000_000);
    expect(metadataIn(bytes)).toEqual([]);
  });

  test('a photo that is covered is replaced everywhere, and its old address is empty', async () => {
    const { id, uri, photos } = await publishWithPhotos(pine.ctx, ruth, aStory({ title: 'A name' }), [
      'A jar.',
    ]);
    await arrived(uri);
    const before = pictureOf(uri);
    const covers = [{ x: 0, y: 0, width: 50, height: 50 }];
    await coverPhoto(pine.ctx, ruth, id, photos[0]?.id ?? '', { covers, crop: null });
    const after = await eventually('the covered photo', async () => {
      const url = pictureOf(uri);
      return url !== before && url;
    });
    expect((await fetch(before)).status).toBe(404);
    expect((await fetch(after)).status).toBe(200);
  });

  test('a story that is taken back takes its photos with it', async () => {
    const { id, uri } = await publishWithPhotos(pine.ctx, ruth, aStory({ title: 'Taken back' }), ['A jar.']);
    await arrived(uri);
    const url = pictureOf(uri);
    await takeBackWork(pine.ctx, ruth, id, 'student');
    await eventually('the Delete', async () => mastodon.tombstones.has(uri));
    expect((await fetch(url)).status).toBe(404);
    expect(await photosOfWork(pine.ctx.db, id)).toEqual([]);
    expect(await (await mastodon.get(uri)).json()).toMatchObject({ type: 'Tombstone' });
  });

  test('in another district a story says how many photos it has and where they are; none is fetched or shown', async () => {
    const { uri, url } = await publishWithPhotos(
      pine.ctx,
      ruth,
      aStory({ title: 'Seen from afar' }),
      TEXTS.slice(0, 2),
    );
    const here = await eventually('the story at Koivuranta', () => workByUri(koivu.ctx.db, uri));
    const page = await (await signedIn(koivu.origin, 'marja')).get(`/r/${here.id}`);
    expect(page.text).toMatch(
      new RegExp(`<a [^>]*href="${url}"[^>]*>See its photos on the original page</a>`),
    );
    expect(page.text).not.toContain(`src="${pine.origin}`);
    expect(page.text).not.toMatch(/<img[^>]*src="http/);
  });

  test('a story without photos has none anywhere', async () => {
    const { uri } = await publishWithPhotos(pine.ctx, ruth, aStory({ title: 'Words alone' }), []);
    expect(await arrived(uri)).toMatchObject({ media: [] });
    expect(articleOf(uri)).toMatchObject({ attachment: [] });
    expect(articleOf(uri)).not.toHaveProperty('image');
  });

  test('the picture of a person is seen with her name, changes and goes', async () => {
    expect(there.avatar).toBeNull();
    await setPictureOf(pine.ctx, ruth, 'self', 'A woman with a sand timer.');
    const avatar = await eventually('the picture', async () => mastodon.accounts.get(there.uri)?.avatar);
    expect(avatar.text).toBe('A woman with a sand timer.');
    const answer = await fetch(avatar.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(metadataIn(Buffer.from(await answer.arrayBuffer()))).toEqual([]);
    const document = (await (await mastodon.get(there.uri)).json()) as Json;
    expectGoodShape(document);
    const found = await fetch(`${pine.origin}/.well-known/webfinger?resource=acct:ruth@${pine.ctx.host}`);
    const { links } = (await found.json()) as { links: Json[] };
    expect(links).toContainEqual({
      rel: 'http://webfinger.net/rel/avatar',
      type: 'image/jpeg',
      href: avatar.url,
    });
    expect(document.icon).toMatchObject({ type: 'Image', mediaType: 'image/jpeg', width: 400, height: 400 });

    await setPictureOf(pine.ctx, ruth, 'self', '');
    const next = await eventually('the next picture', async () => {
      const found = mastodon.accounts.get(there.uri)?.avatar;
      return found?.url !== avatar.url && found;
    });
    // without words of her own it has her name
    expect(next.text).toBe('Ruth');
    expect((await fetch(avatar.url)).status).toBe(404);
    const page = await (await fetch(`${pine.origin}/@ruth`)).text();
    expect(page).toContain(`src="${new URL(next.url).pathname}"`);

    await removePicture(pine.ctx, ruth, 'self');
    await eventually('no picture', async () => mastodon.accounts.get(there.uri)?.avatar === null);
    expect((await fetch(next.url)).status).toBe(404);
    expect(await (await fetch(`${pine.origin}/@ruth`)).text()).toMatch(/class="avatar tone-\d large"/);
  });

  test('so is the district’s, which an administrator sets', async () => {
    const priya = await aTeacher(pine.ctx, 'priya', { role: 'admin' });
    await expect(setPictureOf(pine.ctx, ruth, 'district', 'A door.')).rejects.toMatchObject({
      say: 'admins-only',
    });
    await setPictureOf(pine.ctx, priya, 'district', 'A door.');
    const district = await mastodon.search(`pinehollow@${pine.ctx.host}`);
    expect(district.avatar?.text).toBe('A door.');
    const page = await (await fetch(`${pine.origin}/district`)).text();
    expect(page).toContain(`src="${new URL(district.avatar?.url ?? '').pathname}"`);
  });
});
