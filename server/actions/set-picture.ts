import { photoUrl } from '../domain/addresses.ts';
import { newId } from '../domain/ids.ts';
import { AVATAR_SIZES, PHOTO_LIMITS, type PictureAnswers, pictureProblems } from '../domain/photo.ts';
import { Refusal } from '../domain/refusal.ts';
import { cleanLine } from '../domain/text-limits.ts';
import type { Problem } from '../domain/work.ts';
import type { SentFile } from '../media/media.ts';
import { updateActor } from '../store/actors.ts';
import type { Db, Tx } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { emitEvent } from '../store/events.ts';
import { avatarOf, deletePhotos, insertPhoto, photoPolicy, updatePhoto } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { newToken } from './change-photos.ts';
import { type Ctx, markStale } from './context.ts';
import { districtWords, ownWords } from './own-words.ts';
import { fileRows, freeFiles, withFilesKept } from './photo-files.ts';
import { requireAdmin } from './require-admin.ts';
import { type CheckAnswers, type CheckSubject, requireClear } from './student-check.ts';

/** Whose picture: one's own, or the district's, which administrators set. */
export type PictureOf = 'self' | 'district';

/**
 * Sets a picture, here and on the servers of those who follow: cut to a square, written anew, without metadata.
 * @param alt what can be seen in it; '' says the name
 * @param shown who can be seen in it, and whether names can be read
 * @param answers to the student check about these words
 * @returns what is not answered or may not be shown, empty when it was set
 * @throws Refusal `not-allowed admins-only`; as `Media.takeIn`; StudentCheckRefusal
 */
export async function setPicture(
  ctx: Ctx,
  by: string,
  of: PictureOf,
  sent: SentFile,
  alt: string,
  shown: PictureAnswers,
  answers?: CheckAnswers,
): Promise<Problem[]> {
  const actorId = await whose(ctx, by, of);
  const problems = pictureProblems(shown, await photoPolicy(ctx.db));
  if (problems.length > 0) return problems;
  await requireClear(ctx, by, await pictureWords(ctx.db, by, of, alt), answers);
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
      alt: altFrom(alt),
      people: shown.people,
      consent: shown.people === 'students' && shown.consent,
      names: shown.names,
      blurhash: taken.blurhash,
      width: taken.width,
      height: taken.height,
      files: fileRows(taken),
      created_at: now,
    });
    await show(tx, actorId, addressOf(ctx, { token, files: taken.files }), now);
    return loose;
  });
  await freeFiles(ctx, before);
  return [];
}

const addressOf = (ctx: Ctx, { token, files }: { token: string; files: readonly { size: number }[] }) =>
  photoUrl(ctx.origin, token, files.at(-1)?.size ?? 0);

function pictureWords(db: Db, by: string, of: PictureOf, alt: string): Promise<CheckSubject> {
  const texts = { pictureAlt: altFrom(alt) };
  return of === 'self' ? ownWords(db, by, texts) : districtWords(db, texts);
}

/** What is said of a picture, as it is kept. */
export const altFrom = (text: string): string => cleanLine(text, PHOTO_LIMITS.alt);

/**
 * Says anew what can be seen in a picture, here and on the servers of those who follow.
 * @throws Refusal `not-allowed admins-only`, `not-found no-photo` when there is none; StudentCheckRefusal
 */
export async function describePicture(
  ctx: Ctx,
  by: string,
  of: PictureOf,
  alt: string,
  answers?: CheckAnswers,
): Promise<void> {
  const actorId = await whose(ctx, by, of);
  await inTransaction(ctx.db, async (tx) => {
    const photo = await avatarOf(tx, actorId);
    if (!photo) throw new Refusal('not-found', 'no-photo');
    await requireClear({ ...ctx, db: tx }, by, await pictureWords(tx, by, of, alt), answers);
    await updatePhoto(tx, photo.id, { alt: altFrom(alt) });
    await show(tx, actorId, addressOf(ctx, photo), ctx.clock.now());
  });
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
