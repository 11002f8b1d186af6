import { randomBytes } from 'node:crypto';
import { mayLeave } from '../domain/audience.ts';
import type { Photo } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { deletePhotos, photosOfWork, updatePhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { authorIdsOf, insertVersion, lockWork, updateWork, workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { laterThan } from './edit-story.ts';
import { freeFiles } from './photo-files.ts';

/** A new address for a photo: 128 bits that nobody guesses. */
export const newToken = (): string => randomBytes(16).toString('base64url');

/** An own draft or published work with its photos, and nobody else changes them until the transaction ends. @throws Refusal `not-found no-work` */
export async function lockOwnPhotos(
  tx: Tx,
  actorId: string,
  workId: string,
): Promise<{ work: Work; photos: Photo[] }> {
  const work = await lockWork(tx, workId);
  if (!work || work.host !== null || (work.state !== 'draft' && work.state !== 'published'))
    throw new Refusal('not-found', 'no-work');
  if (!(await authorIdsOf(tx, work)).includes(actorId)) throw new Refusal('not-found', 'no-work');
  return { work, photos: await photosOfWork(tx, workId) };
}

/** @throws Refusal `not-found no-photo` */
export function theOne(photos: readonly Photo[], photoId: string): Photo {
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw new Refusal('not-found', 'no-photo');
  return photo;
}

/**
 * After every change. Readers of a published story see other photos from now on: a new version, an `Update` for those
 * who have it. A draft that was to go out by itself has to be read through anew.
 * @param seen whether readers see the photo that was changed
 */
export async function photosChanged(ctx: Ctx, tx: Tx, work: Work, seen: boolean): Promise<void> {
  if (work.state === 'draft') return updateWork(tx, work.id, { scheduled_at: null });
  if (!seen) return;
  const version = work.version + 1;
  const now = laterThan(ctx.clock.now(), work.updatedAt);
  await updateWork(tx, work.id, { version, change_note: '', updated_at: now });
  if (mayLeave(work)) await emitEvent(tx, { kind: 'work-edited', workId: work.id, version });
  const changed = await workById(tx, work.id);
  if (changed) await insertVersion(tx, changed);
  await markStale(tx, `object:${work.uri}`, `actor:${work.authorId}`, 'district');
}

/**
 * Takes a photo out of an own story, published or not: its files are removed at once.
 * @throws Refusal `not-found`
 */
export async function removePhoto(ctx: Ctx, actorId: string, workId: string, photoId: string): Promise<void> {
  const keys = await inTransaction(ctx.db, async (tx) => {
    const { work, photos } = await lockOwnPhotos(tx, actorId, workId);
    const photo = theOne(photos, photoId);
    const loose = await deletePhotos(tx, { id: photo.id }, ctx.clock.now());
    await photosChanged(ctx, tx, work, photo.included);
    return loose;
  });
  await freeFiles(ctx, keys);
}

/**
 * Moves a photo one place towards the beginning or the end of its story.
 * @throws Refusal `not-found`
 */
export async function movePhoto(
  ctx: Ctx,
  actorId: string,
  workId: string,
  photoId: string,
  to: 'earlier' | 'later',
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { work, photos } = await lockOwnPhotos(tx, actorId, workId);
    const from = photos.indexOf(theOne(photos, photoId));
    const other = photos[to === 'earlier' ? from - 1 : from + 1];
    const photo = photos[from];
    if (!photo || !other) return;
    const order = photos.map((one) => (one === photo ? other : one === other ? photo : one));
    for (const [index, { id }] of order.entries()) await updatePhoto(tx, id, { position: index + 1 });
    await photosChanged(ctx, tx, work, photo.included && other.included);
  });
}
