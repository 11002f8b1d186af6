import { sql } from 'kysely';
import { type OutgoingEvent, type OutgoingEventKind, TAKING_AWAY } from '../domain/outgoing-event.ts';
import type { Db, Tx } from './db.ts';
import { notify } from './notify.ts';

/** so often an event is tried before it is given up, or shown */
const FAILURES = 10;

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
    .where('failed_at', 'is', null)
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

/** Puts an event off after a failure; after ten it has failed, unless it takes something away: that is tried every hour. */
export async function postponeEvent(db: Db, id: string, error: string): Promise<void> {
  await sql`
    update outgoing_event set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
      due_at = now() + least(interval '1 hour', interval '1 second' * power(2, least(attempts, 20))),
      failed_at = case when attempts >= ${FAILURES - 1} and kind <> all (${[...TAKING_AWAY]}::text[]) then now() end
    where id = ${id}`.execute(db);
}

export interface UnsentEvent {
  id: string;
  kind: OutgoingEventKind;
  createdAt: Date;
  /** null: it goes on being tried */
  failedAt: Date | null;
  error: string | null;
}

/** What could not be made into messages so far, however often it was tried; the newest first. */
export async function unsentEvents(db: Db, limit: number): Promise<UnsentEvent[]> {
  const found = await sql<UnsentEvent>`
    select id, kind, created_at as "createdAt", failed_at as "failedAt", last_error as error
    from outgoing_event where done_at is null and attempts >= ${FAILURES}
    order by id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** Has all of those tried anew. @returns how many */
export async function retryEvents(tx: Tx): Promise<number> {
  const again = await sql`
    update outgoing_event set attempts = 0, due_at = now(), failed_at = null
    where done_at is null and attempts >= ${FAILURES}`.execute(tx);
  await notify(tx, 'work', 'events');
  return Number(again.numAffectedRows ?? 0n);
}
