import { Refusal } from '../domain/refusal.ts';
import { actorById, updateActor } from '../store/actors.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { releaseTexts } from '../store/held-deliveries.ts';
import { updatePerson } from '../store/people.ts';
import { endSessions } from '../store/sessions.ts';
import { removeSuspension } from '../store/suspensions.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { markPersonStale } from './mark-person-stale.ts';
import { requireAdmin } from './require-admin.ts';

/**
 * Ends a suspension: everything is where it was, whoever was told is told again, and what was cut off is sent.
 * @throws Refusal `not-allowed admins-only`, `conflict not-suspended`
 */
export async function liftSuspension(ctx: Ctx, by: string, actorId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await requireAdmin(tx, by);
    await liftIn({ ...ctx, db: tx }, by, actorId, 'suspension-lifted');
  });
}

/**
 * The same for whoever may decide, in their transaction.
 * @throws Refusal `conflict not-suspended`
 */
export async function liftIn(
  ctx: Ctx & { db: Tx },
  by: string,
  actorId: string,
  action: string,
): Promise<void> {
  const { db: tx } = ctx;
  const [lifted, actor] = [await removeSuspension(tx, actorId), await actorById(tx, actorId)];
  if (!lifted || !actor || actor.state === 'gone') throw new Refusal('conflict', 'not-suspended');
  const now = ctx.clock.now();
  await updatePerson(tx, actorId, { state: lifted.personBefore });
  await updateActor(tx, actorId, { state: lifted.actorBefore as typeof actor.state }, now);
  // the one page that they could see is theirs no longer: they sign in as before
  await endSessions(tx, actorId);
  await emitEvent(tx, { kind: 'standing-changed', actorId, at: now.toISOString() });
  for (const event of await releaseTexts(tx, actorId, lifted.since)) await emitEvent(tx, event);
  await insertAuditEntry(tx, { actorId: by, action, about: actor.uri, data: { reason: lifted.reason } });
  await markPersonStale(tx, actorId);
}
