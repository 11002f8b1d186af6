import { sql } from 'kysely';
import type { Db, Tx } from './db.ts';
import { hint } from './notify.ts';

/** A verified activity on its way in. */
export interface NewInboxActivity {
  uri: string;
  actorUri: string;
  type: string;
  /** activities with the same key are handled in the order of arrival */
  orderKey: string;
  body: string;
}

/** Stores verified activities once each, in one statement. @returns how many were new */
export async function storeActivities(db: Db, activities: readonly NewInboxActivity[]): Promise<number> {
  const result = await sql<{ stored: number }>`
    with stored as (
      insert into inbox_activity (uri, actor_uri, type, order_key, body)
      select * from unnest(
        ${activities.map((a) => a.uri)}::text[], ${activities.map((a) => a.actorUri)}::text[], ${activities.map((a) => a.type)}::text[],
        ${activities.map((a) => a.orderKey)}::text[], ${activities.map((a) => a.body)}::text[])
      on conflict (actor_uri, uri) do nothing returning 1)
    select count(*)::int as stored, case when count(*) > 0 then ${hint('work', 'inbox')} end from stored`.execute(
    db,
  );
  return result.rows[0]?.stored ?? 0;
}

/** What waits to be handled: how many activities, and the bytes of their bodies. */
export interface Waiting {
  count: number;
  bytes: number;
}

/** What waits to be handled, by the host of its actor. */
export async function waitingByHost(db: Db): Promise<Map<string, Waiting>> {
  const result = await sql<Waiting & { host: string }>`
    select lower(split_part(actor_uri, '/', 3)) as host, count(*)::int as count,
      coalesce(sum(octet_length(body)), 0)::float8 as bytes
    from inbox_activity where state = 'waiting' group by 1`.execute(db);
  return new Map(result.rows.map(({ host, ...waiting }) => [host, waiting]));
}

export interface LeasedActivity {
  id: string;
  uri: string;
  actorUri: string;
  type: string;
  orderKey: string;
  body: string;
  attempts: number;
  receivedAt: Date;
}

/**
 * Leases the oldest due activities, leaving out those whose order key has an older one under way.
 * A worker that dies gives them back when the lease ends.
 */
export async function leaseActivities(
  db: Db,
  limit: number,
  leaseSeconds: number,
): Promise<LeasedActivity[]> {
  return db.transaction().execute(async (tx) => {
    // One lease at a time, so that two workers never split what must stay in order. What waits is usually nothing, so
    // PostgreSQL expects nothing; but after an absence it may be a hundred thousand rows, which must not be sorted for
    // every lease: walk along the index.
    await sql`
      select pg_advisory_xact_lock(hashtext('ajar inbox lease')),
        set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(
      tx,
    );
    return leaseLocked(tx, limit, leaseSeconds);
  });
}

async function leaseLocked(tx: Tx, limit: number, leaseSeconds: number): Promise<LeasedActivity[]> {
  const result = await sql<{
    id: string;
    uri: string;
    actor_uri: string;
    type: string;
    order_key: string;
    body: string;
    attempts: number;
    received_at: Date;
  }>`
    with due as (
      select id from inbox_activity a
      where state = 'waiting' and due_at <= now() and (lease_until is null or lease_until < now())
        and not exists (select 1 from inbox_activity b where b.state = 'waiting' and b.order_key = a.order_key and b.id < a.id and (b.lease_until >= now() or b.due_at > now()))
      order by id limit ${limit} for update skip locked)
    update inbox_activity set lease_until = now() + ${leaseSeconds} * interval '1 second'
    from due where inbox_activity.id = due.id
    returning inbox_activity.id, uri, actor_uri, type, order_key, body, attempts, received_at`.execute(tx);
  return result.rows
    .map((row) => ({
      id: row.id,
      uri: row.uri,
      actorUri: row.actor_uri,
      type: row.type,
      orderKey: row.order_key,
      body: row.body,
      attempts: row.attempts,
      receivedAt: row.received_at,
    }))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

export interface Outcome {
  id: string;
  state: 'done' | 'dropped';
  outcome: string;
}

/**
 * Acknowledges handled activities, whose bodies nobody needs any more; call it in the transaction of their effects.
 * @returns how many; fewer than given when another worker has handled one meanwhile
 */
export async function finishActivities(tx: Tx, outcomes: readonly Outcome[]): Promise<number> {
  if (outcomes.length === 0) return 0;
  const result = await sql`
    update inbox_activity a set state = o.state, outcome = o.outcome, body = null, finished_at = now(), lease_until = null
    from unnest(${outcomes.map((o) => o.id)}::bigint[], ${outcomes.map((o) => o.state)}::text[], ${outcomes.map((o) => o.outcome)}::text[]) as o(id, state, outcome)
    where a.id = o.id and a.state = 'waiting'`.execute(tx);
  return Number(result.numAffectedRows ?? 0n);
}

/** Puts an activity off after a failure (10 s, doubling, at most an hour); after `maxAttempts` it is a dead letter. */
export async function postponeActivity(
  db: Db,
  id: string,
  error: string,
  maxAttempts: number,
): Promise<void> {
  await sql`
    update inbox_activity set attempts = attempts + 1, lease_until = null, outcome = ${error.slice(0, 300)},
      due_at = now() + least(interval '1 hour', interval '10 seconds' * power(2, attempts)),
      state = case when attempts + 1 >= ${maxAttempts} then 'dead' else 'waiting' end,
      body = case when attempts + 1 < ${maxAttempts} then body end,
      finished_at = case when attempts + 1 >= ${maxAttempts} then now() end
    where id = ${id} and state = 'waiting'`.execute(db);
}

/** Gives a lease back without counting an attempt: something older of the same actor was put off. */
export async function giveBackLease(db: Db, id: string): Promise<void> {
  await db.updateTable('inbox_activity').set({ lease_until: null }).where('id', '=', id).execute();
}

/** A Follow that is over may come again under the same id, as Misskey writes it. @returns false when none had come */
export async function forgetFollow(db: Db, actorUri: string, uri: string): Promise<boolean> {
  const result = await db
    .deleteFrom('inbox_activity')
    .where('actor_uri', '=', actorUri)
    .where('uri', '=', uri)
    .where('type', '=', 'Follow')
    .where('state', '<>', 'waiting')
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Gives leases back without counting an attempt; not before so many seconds have passed is any of them handled. */
export async function pauseActivities(db: Db, ids: readonly string[], seconds: number): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update inbox_activity set lease_until = null, due_at = now() + ${seconds} * interval '1 second'
    where id = any(${[...ids]}::bigint[]) and state = 'waiting'`.execute(db);
}

/** Forgets handled activities after `rowDays`: so long their ids are kept to know what comes twice. */
export async function sweepInbox(db: Db, rowDays: number): Promise<void> {
  await sql`delete from inbox_activity where state <> 'waiting' and finished_at < now() - ${rowDays} * interval '1 day'`.execute(
    db,
  );
}
