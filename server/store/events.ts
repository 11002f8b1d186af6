import { sql } from 'kysely';
import type { OutgoingEvent } from '../domain/outgoing-event.ts';
import type { Db, Tx } from './db.ts';
import { notify } from './notify.ts';

/**
 * Writes down what must reach other servers. Call it in the transaction of the change itself.
 * @param inSeconds not before then
 */
export async function emitEvent(tx: Tx, event: OutgoingEvent, inSeconds = 0): Promise<void> {
  const { kind, ...payload } = event;
  const due_at = sql<Date>`now() + ${inSeconds} * interval '1 second'`;
  await tx
    .insertInto('outgoing_event')
    .values({ kind, payload: JSON.stringify(payload), last_error: null, due_at })
    .execute();
  await notify(tx, 'work', 'events');
}

export interface WaitingEvent {
  id: string;
  event: OutgoingEvent;
  attempts: number;
}

/**
 * Takes the oldest waiting event for the length of a transaction, skipping those that another worker holds.
 * Events of one node are few; strict order is kept by the advisory lock of `withEventLock`.
 */
export async function nextEvent(tx: Tx): Promise<WaitingEvent | null> {
  const row = await tx
    .selectFrom('outgoing_event')
    .select(['id', 'kind', 'payload', 'attempts'])
    .where('done_at', 'is', null)
    .where('due_at', '<=', sql<Date>`now()`)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    attempts: row.attempts,
    event: { kind: row.kind, ...(row.payload as object) } as OutgoingEvent,
  };
}

/** One worker at a time turns events into deliveries, so that they keep their order. False when another does. */
export async function takeEventLock(tx: Tx): Promise<boolean> {
  const result = await sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(hashtext('ajar outgoing events')) as taken`.execute(tx);
  return result.rows[0]?.taken ?? false;
}

export async function finishEvent(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('outgoing_event').set({ done_at: sql`now()` }).where('id', '=', id).execute();
}

/** Puts an event off after a failure; after ten failures it is set aside as done with its error kept. */
export async function postponeEvent(db: Db, id: string, error: string): Promise<void> {
  await sql`
    update outgoing_event set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      due_at = now() + least(interval '1 hour', interval '1 second' * power(2, attempts)),
      done_at = case when attempts >= 9 then now() end
    where id = ${id}`.execute(db);
}
