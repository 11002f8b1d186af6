import { photoUrl } from '../domain/addresses.ts';
import { newId } from '../domain/ids.ts';
import { AVATAR_SIZES, PHOTO_LIMITS } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import { cleanLine } from '../domain/text-limits.ts';
import type { SentFile } from '../media/media.ts';
import { updateActor } from '../store/actors.ts';
import type { Tx } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { emitEvent } from '../store/events.ts';
import { deletePhotos, insertPhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { newToken } from './change-photos.ts';
import { type Ctx, markStale } from './context.ts';
import { fileRows, freeFiles, withFilesKept } from './photo-files.ts';
import { requireAdmin } from './require-admin.ts';

/** Whose picture: one's own, or the district's, which administrators set. */
export type PictureOf = 'self' | 'district';

/**
 * Sets a picture, here and on the servers of those who follow: cut to a square, written anew, without metadata.
 * @param alt what can be seen in it; '' says the name
 * @throws Refusal `not-allowed admins-only`; as `Media.takeIn`
 */
export async function setPicture(
  ctx: Ctx,
  by: string,
  of: PictureOf,
  sent: SentFile,
  alt: string,
): Promise<void> {
  const actorId = await whose(ctx, by, of);
  const taken = await ctx.media.takeIn(sent, { sizes: AVATAR_SIZES, square: true });
  const now = ctx.clock.now();
  const token = newToken();
  const before = await withFilesKept(ctx, taken, async (tx) => {
    const loose = await deletePhotos(tx, { avatarOf: actorId }, now);
    await insertPhoto(tx, {
      id: newId(now.getTime()),
      owner_id: actorId,
      work_id: null,
      avatar_of: actorId,
      token,
      alt: cleanLine(alt, PHOTO_LIMITS.alt),
      people: null,
      names: null,
      blurhash: taken.blurhash,
      width: taken.width,
      height: taken.height,
      files: fileRows(taken),
      created_at: now,
    });
    await show(tx, actorId, photoUrl(ctx.origin, token, taken.files.at(-1)?.size ?? 0), now);
    return loose;
  });
  await freeFiles(ctx, before);
}

/** Takes a picture away again: the initials come back. @throws Refusal `not-allowed admins-only` */
export async function removePicture(ctx: Ctx, by: string, of: PictureOf): Promise<void> {
  const actorId = await whose(ctx, by, of);
  const now = ctx.clock.now();
  const loose = await inTransaction(ctx.db, async (tx) => {
    const keys = await deletePhotos(tx, { avatarOf: actorId }, now);
    if (keys.length > 0) await show(tx, actorId, null, now);
    return keys;
  });
  await freeFiles(ctx, loose);
}

async function whose(ctx: Ctx, by: string, of: PictureOf): Promise<string> {
  if (of === 'self') return by;
  await requireAdmin(ctx.db, by);
  const district = await theDistrict(ctx.db);
  if (!district) throw new Refusal('unavailable', 'not-set-up');
  return district.actor.id;
}

async function show(tx: Tx, actorId: string, iconUrl: string | null, now: Date): Promise<void> {
  await updateActor(tx, actorId, { iconUrl }, now);
  await emitEvent(tx, { kind: 'actor-changed', actorId, at: now.toISOString() });
  await markStale(tx, `actor:${actorId}`, 'district');
}
