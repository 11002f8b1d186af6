import { sql } from 'kysely';
import type { Tx } from './db.ts';

/** A wholly new key that nobody has vouched for yet. */
export interface NextKey {
  id: string;
  pem: string;
  prints: string[];
  since: Date;
}

/** By which keys somebody elsewhere is known. */
export interface KeyHistory {
  actorId: string;
  state: string;
  keyId: string | null;
  /** null for those who never had one, and for some who lost it before documents without a key left it to them */
  keyPem: string | null;
  /** of the key that was believed last; empty for those who were known before this was kept */
  prints: string[];
  next: NextKey | null;
}

/** By which keys somebody elsewhere is known; until the transaction ends nobody else decides about them. */
export async function lockKeyHistory(tx: Tx, uri: string): Promise<KeyHistory | null> {
  const row = await tx
    .selectFrom('actor')
    .select(['id', 'state', 'key_id', 'key_pem', 'key_prints', 'next_key'])
    .where('uri', '=', uri)
    .where('host', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    actorId: row.id,
    state: row.state,
    keyId: row.key_id,
    keyPem: row.key_pem,
    prints: row.key_prints,
    next: row.next_key && { ...row.next_key, since: new Date(row.next_key.since) },
  };
}

/** Keeps by which key they are known from now on; a key that waited waits no more. */
export async function saveKeyPrints(tx: Tx, actorId: string, prints: readonly string[]): Promise<void> {
  await tx
    .updateTable('actor')
    .set({ key_prints: [...prints], next_key: null })
    .where('id', '=', actorId)
    .execute();
}

/** Lets a wholly new key wait. */
export async function saveNextKey(tx: Tx, actorId: string, next: NextKey, now: Date): Promise<void> {
  await tx
    .updateTable('actor')
    .set({ next_key: JSON.stringify(next), fetched_at: now })
    .where('id', '=', actorId)
    .execute();
}

/** Is anything here theirs, or a tie to one of ours: something written (taken back or not), a follow? */
export async function hasAnythingHere(tx: Tx, actorId: string): Promise<boolean> {
  const found = await sql<{ some: boolean }>`
    select exists (select from work where author_id = ${actorId})
      or exists (select from adaptation where author_id = ${actorId})
      or exists (select from reply where author_id = ${actorId})
      or exists (select from remote_note where author_id = ${actorId})
      or exists (select from follow where follower_id = ${actorId} or followed_id = ${actorId}) as some`.execute(
    tx,
  );
  return found.rows[0]?.some ?? false;
}

/**
 * Makes room at an address for whoever answers there now: the former one keeps what they wrote, without a key, an inbox
 * or a tie to anybody.
 */
export async function retireActor(tx: Tx, actorId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('follow')
    .where((eb) => eb.or([eb('follower_id', '=', actorId), eb('followed_id', '=', actorId)]))
    .execute();
  const nowhere = { inbox: null, shared_inbox: null, outbox: null, followers: null, following: null };
  await tx
    .updateTable('actor')
    .set({
      ...nowhere,
      key_id: null,
      key_pem: null,
      next_key: null,
      raw: null,
      state: 'gone',
      updated_at: now,
    })
    // no address of anything: what ids are compared with never holds this
    .set({ uri: sql<string>`uri || '#before-' || ${now.getTime()}::text` })
    .where('id', '=', actorId)
    .execute();
}

/** Notes who answers at the address of somebody who was retired; who had blocked the one has blocked the other. */
export async function succeedActor(tx: Tx, formerId: string, actorId: string): Promise<void> {
  await tx.updateTable('actor').set({ superseded_by: actorId }).where('id', '=', formerId).execute();
  await sql`
    insert into block (blocker_id, blocked_id, created_at)
    select blocker_id, ${actorId}, created_at from block where blocked_id = ${formerId} on conflict do nothing`.execute(
    tx,
  );
}

/** Forgets what an address said was taken back: another one may use the same ids. */
export async function forgetTombstonesOf(tx: Tx, actorUri: string): Promise<void> {
  await tx.deleteFrom('tombstone').where('actor_uri', '=', actorUri).execute();
}
