import { type PhotoChange, STORY_SIZES } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import { nameLooseFiles, updatePhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { lockOwnPhotos, newToken, photosChanged, theOne } from './change-photos.ts';
import type { Ctx } from './context.ts';
import { fileRows, freeFiles, withFilesKept } from './photo-files.ts';

/**
 * Covers parts of an own photo, or keeps only one part of it, in the pixels of every size. The photo gets a new
 * address; the uncovered files are removed, also where it was published with them.
 * @throws Refusal `not-found`; `conflict photo-changed` when it was changed meanwhile; `invalid`, `unavailable` as `Media.change`
 */
export async function coverPhoto(
  ctx: Ctx,
  actorId: string,
  workId: string,
  photoId: string,
  change: PhotoChange,
): Promise<void> {
  const before = await inTransaction(ctx.db, async (tx) =>
    theOne((await lockOwnPhotos(tx, actorId, workId)).photos, photoId),
  );
  const largest = before.files.at(-1);
  if (!largest) throw new Refusal('not-found', 'no-photo');
  const taken = await ctx.media.change(largest.key, { sizes: STORY_SIZES, ...change });
  await withFilesKept(ctx, taken, async (tx) => {
    const { work, photos } = await lockOwnPhotos(tx, actorId, workId);
    const photo = theOne(photos, photoId);
    if (photo.token !== before.token) throw new Refusal('conflict', 'photo-changed');
    await updatePhoto(tx, photo.id, {
      token: newToken(),
      covers: photo.covers + change.covers.length,
      blurhash: taken.blurhash,
      width: taken.width,
      height: taken.height,
      files: fileRows(taken),
    });
    await nameLooseFiles(
      tx,
      before.files.map(({ key }) => key),
      ctx.clock.now(),
    );
    await photosChanged(ctx, tx, work, photo.included);
  });
  await freeFiles(
    ctx,
    before.files.map(({ key }) => key),
  );
}
