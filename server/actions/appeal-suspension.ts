import { z } from 'zod';
import { moderates } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import { SUSPENSION_LIMITS } from '../domain/suspension.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { othersModerate, personById } from '../store/people.ts';
import { saveAnswer, saveAppeal, suspensionOf } from '../store/suspensions.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { liftIn } from './lift-suspension.ts';
import { words } from './suspend-person.ts';

export const appealInput = z.object({ appeal: words(SUSPENSION_LIMITS.appeal) });
export const answerInput = z.object({ answer: words(SUSPENSION_LIMITS.answer) });

/**
 * Somebody who is suspended says what they have to say, once; a moderator or an administrator who did not decide reads it.
 * @throws Refusal `conflict appealed-already`, `conflict not-suspended`
 */
export async function appealSuspension(ctx: Ctx, actorId: string, appeal: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    if (await saveAppeal(tx, actorId, appeal, ctx.clock.now())) {
      const about = (await personById(tx, actorId))?.actor.uri ?? null;
      return insertAuditEntry(tx, { actorId, action: 'suspension-appealed', about, data: {} });
    }
    throw new Refusal('conflict', (await suspensionOf(tx, actorId)) ? 'appealed-already' : 'not-suspended');
  });
}

/**
 * Decides about an appeal: lifts the suspension, or lets it stand with a few words to the person.
 * @param decision null: lift it; else why it stands
 * @throws Refusal `not-found no-report` for everybody but moderators and administrators, and when nothing waits;
 *   `not-allowed decided-yourself` for whoever suspended them, while there is somebody else
 */
export async function answerAppeal(
  ctx: Ctx,
  by: string,
  actorId: string,
  decision: string | null,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const [person, suspension] = [await personById(tx, by), await suspensionOf(tx, actorId)];
    if (!moderates(person) || !suspension?.appealedAt || suspension.answeredAt)
      throw new Refusal('not-found', 'no-report');
    if (suspension.byId === by && (await othersModerate(tx, by)))
      throw new Refusal('not-allowed', 'decided-yourself');
    if (decision === null) return liftIn({ ...ctx, db: tx }, by, actorId, 'appeal-granted');
    if (!(await saveAnswer(tx, actorId, { answer: decision, byId: by }, ctx.clock.now())))
      throw new Refusal('not-found', 'no-report');
    const about = (await personById(tx, actorId))?.actor.uri ?? null;
    await insertAuditEntry(tx, { actorId: by, action: 'appeal-refused', about, data: {} });
  });
}
