import { newId } from '../domain/ids.ts';
import { PHOTO_LIMITS, type Photo, STORY_SIZES } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import type { SentFile } from '../media/media.ts';
import { insertPhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { lockOwnPhotos, newToken, photosChanged } from './change-photos.ts';
import type { Ctx } from './context.ts';
import { fileRows, withFilesKept } from './photo-files.ts';

/**
 * Puts a photo into an own draft, or beside an own published story, whose readers see it when the story is next saved
 * with it. What is kept is written anew from the pixels; the file that was sent is not.
 * @throws Refusal `not-found no-work`; `invalid photo-too-many` {most}, and as `Media.takeIn`
 */
export async function addPhoto(ctx: Ctx, actorId: string, workId: string, sent: SentFile): Promise<Photo> {
  // asked before anything is decoded, and once more when it is kept
  await inTransaction(ctx.db, async (tx) => requireRoom((await lockOwnPhotos(tx, actorId, workId)).photos));
  const taken = await ctx.media.takeIn(sent, { sizes: STORY_SIZES });
  return withFilesKept(ctx, taken, async (tx) => {
    const { work, photos } = await lockOwnPhotos(tx, actorId, workId);
    requireRoom(photos);
    await photosChanged(ctx, tx, work, false);
    const now = ctx.clock.now();
    return insertPhoto(tx, {
      id: newId(now.getTime()),
      owner_id: actorId,
      work_id: workId,
      avatar_of: null,
      position: (photos.at(-1)?.position ?? 0) + 1,
      token: newToken(),
      people: null,
      names: null,
      blurhash: taken.blurhash,
      width: taken.width,
      height: taken.height,
      files: fileRows(taken),
      created_at: now,
    });
  });
}

function requireRoom(photos: readonly Photo[]): void {
  const most = PHOTO_LIMITS.perStory;
  if (photos.length >= most) throw new Refusal('invalid', 'photo-too-many', { most });
}
