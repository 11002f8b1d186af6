import { sql } from 'kysely';
import type { Db } from './db.ts';
import { hint } from './notify.ts';

/** What is still to be read at other servers: threads with their replies, and single things that were passed on. */
export interface LeasedBackfill {
  /** the story or try whose thread is read, or the one thing that is asked for */
  uri: string;
  /** with what was answered to it */
  whole: boolean;
  attempts: number;
  /** where it stopped, null at the beginning */
  walk: unknown;
}

/** waiting at once: in all; because of one server, and threads at one server */
const MOST = 5_000;
const MOST_OF_ONE = 100;

/**
 * Asks for the replies of a work or try, or of what was said under it: only where there is something elsewhere to read,
 * and while fewer than a hundred threads of its host wait.
 * @param afterSeconds when to begin; one that waits already is not put off
 * @param freshHours how long a reading that has ended is not repeated
 */
export async function askForThread(
  db: Db,
  uri: string,
  { afterSeconds, freshHours }: { afterSeconds: number; freshHours: number },
): Promise<void> {
  await sql`
    with asked as (
      insert into backfill (uri, host, whole, due_at)
      select ${uri}, split_part(${uri}, '/', 3), true, now() + ${afterSeconds} * interval '1 second'
      where (select count(*) from backfill where due_at is not null) < ${MOST}
        and (select count(*) from backfill where due_at is not null and whole and host = split_part(${uri}, '/', 3)) < ${MOST_OF_ONE}
        and (
        exists (select from work where uri = ${uri} and host is not null and state = 'published')
        or exists (select from adaptation where uri = ${uri} and host is not null and state = 'published')
        or exists (select from reply where root_uri = ${uri} and wire_replies is not null and state in ('held', 'shown'))
        or exists (select from adaptation where of_uri = ${uri} and wire_replies is not null and state in ('held', 'published')))
      on conflict (uri) do update set whole = true, due_at = least(backfill.due_at, excluded.due_at)
      where case when backfill.due_at is not null then backfill.attempts = 0 and backfill.walk is null
        else not backfill.whole or backfill.read_at < now() - ${freshHours} * interval '1 hour' end
      returning 1)
    select case when count(*) > 0 then ${hint('work', 'backfill')} end from asked`.execute(db);
}

/**
 * Asks for one thing that somebody passed on, at its own host.
 * @param because the server that named it; each may have a hundred waiting
 */
export async function askForThing(db: Db, uri: string, host: string, because: string): Promise<void> {
  await sql`
    with asked as (
      insert into backfill (uri, host, whole, passed_on_by, due_at)
      select ${uri}, ${host}, false, ${because}, now()
      where (select count(*) from backfill where due_at is not null) < ${MOST}
        and (select count(*) from backfill where due_at is not null and (passed_on_by = ${because} or host = ${host})) < ${MOST_OF_ONE}
      on conflict (uri) do update set due_at = now()
      where backfill.due_at is null and backfill.read_at < now() - case when backfill.whole then interval '1 hour' else interval '5 minutes' end
      returning 1)
    select case when count(*) > 0 then ${hint('work', 'backfill')} end from asked`.execute(db);
}

/** Takes what is due, the hosts in turn: whoever has many waiting does not come before those with one. */
export async function leaseBackfills(db: Db, limit: number, leaseSeconds: number): Promise<LeasedBackfill[]> {
  const result = await sql<LeasedBackfill>`
    with turns as (
      select uri, row_number() over (partition by host order by due_at, uri) as turn
      from backfill where due_at <= now() and (lease_until is null or lease_until < now())),
    due as (
      select backfill.uri from backfill join turns using (uri)
      where due_at <= now() and (lease_until is null or lease_until < now())
      order by turn, due_at limit ${limit} for update of backfill skip locked)
    update backfill set lease_until = now() + ${leaseSeconds} * interval '1 second'
    from due where backfill.uri = due.uri returning backfill.uri, whole, attempts, walk`.execute(db);
  return result.rows;
}

/** Keeps where a reading stopped, to go on after so many seconds. */
export async function keepBackfill(db: Db, uri: string, walk: unknown, seconds: number): Promise<void> {
  await sql`
    update backfill set walk = ${JSON.stringify(walk)}::jsonb, lease_until = null, due_at = now() + ${seconds} * interval '1 second'
    where uri = ${uri}`.execute(db);
}

export async function finishBackfill(db: Db, uri: string, outcome: string): Promise<void> {
  await sql`
    update backfill set due_at = null, lease_until = null, walk = null, attempts = 0, read_at = now(), outcome = ${outcome.slice(0, 300)}
    where uri = ${uri}`.execute(db);
}

/** Puts a reading off after a failure (a minute, then four times as long each time); after `most` it has ended. */
export async function postponeBackfill(db: Db, uri: string, why: string, most: number): Promise<void> {
  await sql`
    update backfill set lease_until = null, attempts = attempts + 1, outcome = ${why.slice(0, 300)},
      due_at = case when attempts + 1 < ${most} then now() + interval '1 minute' * power(4, attempts) end,
      read_at = case when attempts + 1 < ${most} then read_at else now() end
    where uri = ${uri}`.execute(db);
}

/** Gives a lease back: whoever takes it goes on from what was kept last. */
export async function giveBackBackfill(db: Db, uri: string): Promise<void> {
  await db.updateTable('backfill').set({ lease_until: null }).where('uri', '=', uri).execute();
}

/** requests to one host at once, and the time for each further one: never more than 30 in any minute */
const AT_ONCE = 10;
const EACH_SECONDS = 3;

/** Takes the right to ask a host once. @returns 0 when it may be asked now, else seconds to wait */
export async function takePace(db: Db, host: string): Promise<number> {
  const each = sql`${EACH_SECONDS} * interval '1 second'`;
  const ahead = sql`${(AT_ONCE - 1) * EACH_SECONDS} * interval '1 second'`;
  const taken = await sql`
    insert into backfill_pace as pace (host, next_at) values (${host}, now() + ${each})
    on conflict (host) do update set next_at = greatest(pace.next_at, now()) + ${each}
    where pace.next_at <= now() + ${ahead} returning 1`.execute(db);
  if (taken.rows.length > 0) return 0;
  const wait = await sql<{ seconds: number }>`
    select greatest(1, ceil(extract(epoch from next_at - ${ahead} - now())))::int as seconds from backfill_pace where host = ${host}`.execute(
    db,
  );
  return wait.rows[0]?.seconds ?? 1;
}

/** Forgets what ended long ago. */
export async function sweepBackfills(db: Db): Promise<void> {
  await sql`delete from backfill where due_at is null and read_at < now() - case when whole then interval '30 days' else interval '1 day' end`.execute(
    db,
  );
  await sql`delete from backfill_pace where next_at < now() - interval '1 day'`.execute(db);
}
