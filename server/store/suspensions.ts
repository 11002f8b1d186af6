import type { Suspension, SuspensionReason } from '../domain/suspension.ts';
import type { Db, Tx } from './db.ts';

/** A suspension with what administrators and the lifting of it need. */
export interface StoredSuspension extends Suspension {
  byId: string | null;
  actorBefore: string;
  personBefore: string;
}

export async function insertSuspension(
  tx: Tx,
  actorId: string,
  made: { reason: SuspensionReason; note: string; byId: string; actorBefore: string; personBefore: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('suspension')
    .values({
      actor_id: actorId,
      reason: made.reason,
      note: made.note,
      by_id: made.byId,
      actor_before: made.actorBefore,
      person_before: made.personBefore,
      created_at: now,
    })
    .execute();
}

/** Somebody's suspension, null when there is none. */
export async function suspensionOf(db: Db, actorId: string): Promise<StoredSuspension | null> {
  const row = await db
    .selectFrom('suspension')
    .selectAll()
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    reason: row.reason as SuspensionReason,
    note: row.note,
    since: row.created_at,
    appeal: row.appeal,
    appealedAt: row.appealed_at,
    answer: row.answer,
    answeredAt: row.answered_at,
    byId: row.by_id,
    actorBefore: row.actor_before,
    personBefore: row.person_before,
  };
}

/** Ends it. @returns what it was; null when it had ended already */
export async function removeSuspension(tx: Tx, actorId: string): Promise<StoredSuspension | null> {
  const suspension = await suspensionOf(tx, actorId);
  const result = await tx.deleteFrom('suspension').where('actor_id', '=', actorId).executeTakeFirst();
  return result.numDeletedRows > 0n ? suspension : null;
}

/** Keeps what the person says to it, once. @returns false when there is no suspension, or something was said already */
export async function saveAppeal(tx: Tx, actorId: string, appeal: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('suspension')
    .set({ appeal, appealed_at: now })
    .where('actor_id', '=', actorId)
    .where('appealed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps that it stands, and why. @returns false when nothing waits for an answer */
export async function saveAnswer(
  tx: Tx,
  actorId: string,
  given: { answer: string; byId: string },
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('suspension')
    .set({ answer: given.answer, answered_by: given.byId, answered_at: now })
    .where('actor_id', '=', actorId)
    .where('appealed_at', 'is not', null)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Appeals that wait for an answer, the oldest first. */
export async function openAppeals(
  db: Db,
  limit: number,
): Promise<
  {
    actorId: string;
    byId: string | null;
    reason: string;
    note: string;
    since: Date;
    appeal: string;
    appealedAt: Date;
  }[]
> {
  const rows = await db
    .selectFrom('suspension')
    .select(['actor_id', 'by_id', 'reason', 'note', 'created_at', 'appeal', 'appealed_at'])
    .where('appealed_at', 'is not', null)
    .where('answered_at', 'is', null)
    .orderBy('appealed_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    actorId: row.actor_id,
    byId: row.by_id,
    reason: row.reason,
    note: row.note,
    since: row.created_at,
    appeal: row.appeal ?? '',
    appealedAt: row.appealed_at ?? row.created_at,
  }));
}
