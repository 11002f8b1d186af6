import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { closeAccount } from '../../server/actions/close-account.ts';
import { sweep } from '../../server/actions/sweep.ts';
import { sweepPhotos } from '../../server/actions/sweep-photos.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { isFileNamed } from '../../server/store/photos.ts';
import { aTeacher, PASSWORD } from '../support/district.ts';
import { addressesOf, openPhotoScene, type PhotoScene, photoIn, putPhoto } from '../support/photo-scene.ts';
import { pngOf } from '../support/photos.ts';
import { signedIn } from '../support/visitor.ts';

let scene: PhotoScene;
let { node, ruth, at, anybody, photosIn, statuses, areFilesThere } = {} as PhotoScene;

beforeAll(async () => {
  scene = await openPhotoScene();
  ({ node, ruth, at, anybody, photosIn, statuses, areFilesThere } = scene);
});
afterAll(() => node?.stop());

describe('what is taken back', () => {
  test('a photo of a story in which a student could be recognised is gone at once, files and all', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    expect(await areFilesThere([photo])).toEqual([true]);
    await takeBackWork(node.ctx, ruth, id, 'student');
    expect(await areFilesThere([photo])).toEqual([false]);
    expect(await photosIn(id)).toEqual([]);
    expect(await statuses(at, addressesOf([photo]))).toEqual([404]);
  });

  test('otherwise it waits as long as the text does, seen by nobody, and goes with it', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    await takeBackWork(node.ctx, ruth, id, 'mistake');
    expect(await statuses(at, addressesOf([photo]))).toEqual([404]);
    scene.later(29);
    await sweep(node.ctx);
    expect(await areFilesThere([photo])).toEqual([true]);
    scene.later(2);
    await sweep(node.ctx);
    expect([await areFilesThere([photo]), await photosIn(id)]).toEqual([[false], []]);
  });

  test('it comes along when the text comes back as a new draft', async () => {
    const at = await signedIn(node.origin, 'ruth');
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone');
    await takeBackWork(node.ctx, ruth, id, 'mistake');
    const again = await at.post(`/write/story/${id}/bring-back`);
    const draft = again.location.split('/').at(-1) ?? '';
    // pressed twice it is the same draft
    expect((await at.post(`/write/story/${id}/bring-back`)).location).toBe(again.location);
    expect(await photosIn(draft)).toMatchObject([{ id: photo.id, alt: photo.alt, included: false }]);
    expect(await statuses(at, addressesOf([photo]))).toEqual([200]);
    expect(await statuses(anybody, addressesOf([photo]))).toEqual([404]);
  });

  test('the same picture in another story stays there', async () => {
    const [one, other] = [
      await photoIn(node.ctx, ruth, 'everyone'),
      await photoIn(node.ctx, scene.marcus, 'everyone'),
    ];
    expect(one.photo.files).toEqual(other.photo.files);
    await takeBackWork(node.ctx, ruth, one.id, 'student');
    expect(await statuses(anybody, addressesOf([one.photo]))).toEqual([404]);
    expect(await statuses(anybody, addressesOf([other.photo]))).toEqual([200]);
  });

  test('a draft that is thrown away takes its photos with it', async () => {
    const { id, photo } = await photoIn(node.ctx, ruth, 'draft', await pngOf(310, 170));
    await takeBackWork(node.ctx, ruth, id, 'changed-mind');
    expect(await areFilesThere([photo])).toEqual([false]);
  });

  test('an account that is closed leaves no photo', async () => {
    const leaver = await aTeacher(node.ctx, 'leaver');
    const who = await signedIn(node.origin, 'leaver');
    const { photo } = await photoIn(node.ctx, leaver, 'everyone', await pngOf(311, 170));
    const picture = { name: 'Leaver', people: 'none', names: 'no' };
    await who.upload('/settings/you', await pngOf(312, 170), picture);
    const [icon] = await node.ctx.db
      .selectFrom('actor')
      .select('icon_url')
      .where('id', '=', leaver)
      .execute();
    const path = new URL(icon?.icon_url ?? '').pathname;
    expect((await anybody.get(path)).status).toBe(200);
    await closeAccount(node.ctx, leaver, PASSWORD);
    expect(await statuses(anybody, [...addressesOf([photo]), path])).toEqual([404]);
    expect(await areFilesThere([photo])).toEqual([false]);
  });

  test('a co-author who leaves leaves the photos that they added to the story of somebody else', async () => {
    const helper = await aTeacher(node.ctx, 'helper');
    const { id, photo } = await photoIn(node.ctx, ruth, 'everyone', await pngOf(314, 170));
    const together = (work_id: string, actor_id: string) =>
      node.ctx.db
        .insertInto('work_author')
        .values({ work_id, actor_id, role: 'co-author', confirmed_at: new Date() })
        .execute();
    await together(id, helper);
    const theirs = await putPhoto(node.ctx, helper, id, await pngOf(315, 170));
    await node.ctx.db.updateTable('photo').set({ included: true }).where('id', '=', theirs.id).execute();
    const own = await photoIn(node.ctx, helper, 'everyone', await pngOf(316, 170));
    await together(own.id, ruth);
    const added = await putPhoto(node.ctx, ruth, own.id, await pngOf(317, 170));
    await closeAccount(node.ctx, helper, PASSWORD);
    expect(await photosIn(id)).toMatchObject([
      { id: photo.id, ownerId: ruth },
      { id: theirs.id, ownerId: ruth },
    ]);
    expect(await statuses(anybody, addressesOf([photo, theirs]))).toEqual([200]);
    expect(await areFilesThere([photo, theirs])).toEqual([true]);
    expect(await statuses(anybody, addressesOf([own.photo]))).toEqual([404]);
    expect(await areFilesThere([own.photo, added])).toEqual([false]);
  });

  test('the sweep forgets no file whose photo it removed', async () => {
    const { photo } = await photoIn(node.ctx, ruth, 'draft', await pngOf(318, 170));
    await node.ctx.db.deleteFrom('work').where('id', '=', photo.workId).execute();
    scene.later(2);
    const { db } = node.ctx;
    await sql`create function no_loose_file() returns trigger language plpgsql as $$ begin raise 'full'; end $$`.execute(
      db,
    );
    await sql`create trigger no_loose_file before insert on loose_file execute function no_loose_file()`.execute(
      db,
    );
    await expect(sweepPhotos(node.ctx)).rejects.toThrow('full');
    await sql`drop function no_loose_file cascade`.execute(db);
    expect(await db.selectFrom('photo').select('id').where('id', '=', photo.id).execute()).toHaveLength(1);
    await sweepPhotos(node.ctx);
    expect(await areFilesThere([photo])).toEqual([false]);
  });

  test('what was sent and never used, and files that belong to no photo, are swept', async () => {
    const { photo } = await photoIn(node.ctx, ruth, 'draft', await pngOf(313, 170));
    await node.ctx.db.deleteFrom('work').where('id', '=', photo.workId).execute();
    await sweepPhotos(node.ctx);
    expect(await areFilesThere([photo])).toEqual([true]);
    scene.later(2);
    await sweepPhotos(node.ctx);
    expect(await areFilesThere([photo])).toEqual([false]);
    // a process that ended between writing the file and its row
    const key = 'cd'.repeat(32);
    await node.ctx.media.files.put(key, Buffer.from('lost'));
    await node.ctx.db
      .insertInto('loose_file')
      .values({ key, since: new Date(node.ctx.clock.now().getTime() - 7_200_000) })
      .execute();
    await sweepPhotos(node.ctx);
    expect(await node.ctx.media.files.has(key)).toBe(false);
    expect(await node.ctx.db.selectFrom('loose_file').selectAll().execute()).toEqual([]);
    await node.ctx.db.transaction().execute(async (tx) => expect(await isFileNamed(tx, key)).toBe(false));
  });
});
