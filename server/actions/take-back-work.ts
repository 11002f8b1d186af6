import { isOwn, mayLeave } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import type { Tx } from '../store/db.ts';
import { cancelText } from '../store/deliveries.ts';
import { emitEvent } from '../store/events.ts';
import { deletePhotos } from '../store/photos.ts';
import { insertTombstone } from '../store/tombstones.ts';
import { inTransaction } from '../store/tx.ts';
import { lockWork, purgeWork, removeDraft, updateWork } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { forgetTitleInTries } from './forget-title.ts';
import { freeFiles } from './photo-files.ts';

export const TAKE_BACK_REASONS = ['changed-mind', 'mistake', 'student'] as const;
export type TakeBackReason = (typeof TAKE_BACK_REASONS)[number];

/**
 * Takes a work back: its page answers 410, it leaves every list, and every server that got it is asked to drop it.
 * When a student could be recognised nothing of the text is kept here either, nor of its title in tries of it; that can
 * also be said afterwards, of what was taken back for another reason. Only its address stays, which is made of the words
 * of the title and answers 410. Otherwise it can come back as a new draft for thirty days, and tries of it stay as they
 * are, with the title as remembered. A draft is thrown away.
 * @throws Refusal `not-found`
 */
export async function takeBackWork(
  ctx: Ctx,
  actorId: string,
  workId: string,
  reason: TakeBackReason,
): Promise<void> {
  const files = await inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (!isOwn(work, actorId) || !mayBeTakenBack(work, reason)) {
      throw new Refusal('not-found', 'no-work');
    }
    if (work.state !== 'draft') return retract(ctx, tx, work, reason);
    const loose = await deletePhotos(tx, { workId }, ctx.clock.now());
    await removeDraft(tx, workId);
    return loose;
  });
  await freeFiles(ctx, files);
}

/** Takes a locked work back that others have seen. @returns files to be freed after the transaction */
export async function retract(ctx: Ctx, tx: Tx, work: Work, reason: TakeBackReason): Promise<string[]> {
  const now = ctx.clock.now();
  const workId = work.id;
  // otherwise the photos stay as long as the text does
  const loose = reason === 'student' ? await deletePhotos(tx, { workId }, now) : [];
  const wasOut = mayLeave(work);
  await cancelText(tx, work.uri);
  const since = work.retractedAt ?? now;
  await updateWork(tx, workId, { state: 'retracted', retracted_at: since, retracted_reason: reason });
  if (reason === 'student') {
    await purgeWork(tx, workId, now);
    await forgetTitleInTries(ctx, tx, work.uri);
  }
  await insertTombstone(tx, { uri: work.uri, actorUri: null, was: work.kind, url: work.url }, now);
  if (wasOut) await emitEvent(tx, { kind: 'work-taken-back', workId, uri: work.uri, at: now.toISOString() });
  await markStale(tx, `object:${work.uri}`, `actor:${work.authorId}`, 'district');
  return loose;
}

/** Who was asked to drop it when it was taken back is not asked again when more is to go. */
const mayBeTakenBack = ({ state }: Work, reason: TakeBackReason): boolean =>
  state === 'published' || state === 'draft' || (state === 'retracted' && reason === 'student');
