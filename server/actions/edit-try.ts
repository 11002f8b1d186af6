import { isDeepStrictEqual } from 'node:util';
import type { Adaptation, TryInput } from '../domain/adaptation.ts';
import { isOwn, mayLeave } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { adaptationByUri, lockAdaptation, updateAdaptation } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { laterThan } from './edit-story.ts';
import { trySubject } from './report-try.ts';
import { type CheckAnswers, requireClear } from './student-check.ts';
import { tryColumns } from './try-columns.ts';

/**
 * Changes what somebody told about a try: a new version, an `Update` for everybody who ever got it. Who may read it
 * stays as it was, and so does what was tried.
 * @param input as for a new try; its audience is not taken
 * @param answers to the student check
 * @throws Refusal `not-found no-work` for everybody but its author, and when it is not shown;
 * StudentCheckRefusal when something must still be answered
 */
export async function editTry(
  ctx: Ctx,
  actorId: string,
  tryId: string,
  input: TryInput,
  answers?: CheckAnswers,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const attempt = await lockAdaptation(tx, tryId);
    if (!isOwn(attempt, actorId) || attempt.state !== 'published') throw new Refusal('not-found', 'no-work');
    if (isSame(attempt, input)) return;
    const { audience, ofTitle, ofUri, uri } = attempt;
    const version = attempt.version + 1;
    const people = [actorId, ...(await authorOf(tx, ofUri))];
    const subject = { id: tryId, version, ...trySubject(input), audience, people };
    await requireClear({ ...ctx, db: tx }, actorId, subject, answers);
    await updateAdaptation(tx, tryId, {
      ...tryColumns(input, ofTitle),
      version,
      updated_at: laterThan(ctx.clock.now(), attempt.updatedAt),
    });
    if (mayLeave(attempt)) await emitEvent(tx, { kind: 'try-edited', tryId, version });
    await markStale(
      tx,
      `object:${uri}`,
      `object:${ofUri}`,
      `actor:${actorId}`,
      'district',
      ...rootTags(attempt.lineage),
    );
  });
}

/** Nothing was changed: then nobody is told that something was. */
function isSame(attempt: Adaptation, { audience: _, ...input }: TryInput): boolean {
  const now = Object.fromEntries(Object.keys(input).map((key) => [key, attempt[key as keyof typeof input]]));
  return isDeepStrictEqual(now, input);
}

async function authorOf(db: Db, uri: string): Promise<string[]> {
  const of = (await workByUri(db, uri)) ?? (await adaptationByUri(db, uri));
  return of ? [of.authorId] : [];
}
