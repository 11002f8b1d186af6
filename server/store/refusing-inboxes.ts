import { sql } from 'kysely';
import type { Db, Tx } from './db.ts';

/** After so many days an inbox that still refuses is asked about again, and then its people are let go. */
const AGAIN_DAYS = 7;
/** people behind a shared inbox who are asked whether they have moved */
const ASKED = 10;

export interface Behind {
  id: string;
  uri: string;
}

/** An inbox answered that nobody is there. */
export interface RefusingInbox {
  /** it has said so for a week, and nothing was taken meanwhile */
  forGood: boolean;
  /** some of those who named it as theirs; nobody when they were asked less than a week ago */
  behind: Behind[];
  /** where its people were found to have moved */
  movedTo: string[];
}

/** Marks an inbox that answered 404 or 410. */
export async function markRefusing(db: Db, inbox: string, host: string): Promise<RefusingInbox> {
  const marked = await sql<Omit<RefusingInbox, 'behind'>>`
    insert into refusing_inbox as known (inbox, since, checked_at) values (${inbox}, now(), now())
    on conflict (inbox) do update set checked_at = now(), since = case when exists (
        select from delivery where host = ${host} and inbox = ${inbox} and state = 'delivered' and finished_at > known.since)
      then now() else known.since end
    where known.checked_at < now() - ${AGAIN_DAYS} * interval '1 day'
    returning since < now() as "forGood", moved_to as "movedTo"`.execute(db);
  const mark = marked.rows[0];
  if (!mark) return { forGood: false, behind: [], movedTo: await movedTo(db, inbox) };
  const behind = await sql<Behind>`
    select id, uri from actor a
    where host = ${host} and state <> 'gone' and (inbox = ${inbox} or (shared_inbox = ${inbox}
      and exists (select from follow where follower_id = a.id)))
    order by fetched_at nulls first limit ${ASKED}`.execute(db);
  return { ...mark, behind: behind.rows };
}

async function movedTo(db: Db, inbox: string): Promise<string[]> {
  const row = await db
    .selectFrom('refusing_inbox')
    .select('moved_to')
    .where('inbox', '=', inbox)
    .executeTakeFirst();
  return row?.moved_to ?? [];
}

/** Takes the mark away: whoever is behind it could not be asked just now. */
export async function unmarkRefusing(db: Db, inbox: string): Promise<void> {
  await sql`delete from refusing_inbox where inbox = ${inbox}`.execute(db);
}

/** Marks older than `days` say nothing any more. */
export async function sweepRefusing(db: Db, days: number): Promise<void> {
  await sql`delete from refusing_inbox where checked_at < now() - ${days} * interval '1 day'`.execute(db);
}

/**
 * One of a server's people was fetched anew and names another shared inbox (or none): so does everybody there.
 * @returns those who had the old one and follow somebody here
 */
export async function leaveSharedInbox(
  tx: Tx,
  host: string,
  old: string,
  shared: string | null,
): Promise<string[]> {
  const changed = await sql<{ id: string; follows: boolean }>`
    update actor set shared_inbox = ${shared} where host = ${host} and shared_inbox = ${old}
    returning id, exists (select from follow where follower_id = actor.id) as follows`.execute(tx);
  return changed.rows.flatMap(({ id, follows }) => (follows ? [id] : []));
}

/** The inboxes that these people have now, noted as what takes the place of an old one. */
export async function noteMoved(tx: Tx, old: string, actorIds: readonly string[]): Promise<string[]> {
  const moved = await sql<{ moved_to: string[] }>`
    update refusing_inbox set moved_to = array(
      select distinct coalesce(shared_inbox, actor.inbox) from actor where id = any(${[...actorIds]}::text[]) and actor.inbox is not null)
    where inbox = ${old} returning moved_to`.execute(tx);
  return moved.rows[0]?.moved_to ?? [];
}

/**
 * What was refused at an old inbox, and what waits for it, goes to the inboxes that people have now instead.
 * @param refusedIds deliveries that the old inbox refused a moment ago
 */
export async function redirectDeliveries(
  tx: Tx,
  from: { inbox: string; host: string },
  refusedIds: readonly string[],
  to: readonly string[],
): Promise<number> {
  const copied = await sql`
    insert into delivery (activity_id, inbox, host)
    select d.activity_id, t.inbox, d.host
    from delivery d cross join unnest(${[...to]}::text[]) as t(inbox)
    where d.host = ${from.host} and d.inbox = ${from.inbox} and t.inbox <> d.inbox
      and (d.state = 'waiting' or d.id = any(${[...refusedIds]}::bigint[]))
    order by d.id on conflict (activity_id, inbox) do nothing`.execute(tx);
  await sql`
    update delivery set state = 'refused', finished_at = now(), last_error = 'their inbox has moved'
    where host = ${from.host} and inbox = ${from.inbox} and state = 'waiting'`.execute(tx);
  return Number(copied.numAffectedRows ?? 0n);
}

/** They follow nobody here any more. @returns how many follows ended */
export async function dropFollowers(tx: Tx, actorIds: readonly string[]): Promise<number> {
  const dropped = await sql`delete from follow where follower_id = any(${[...actorIds]}::text[])`.execute(tx);
  return Number(dropped.numAffectedRows ?? 0n);
}

/** Everybody who names this inbox as theirs follows nobody here any more. @returns how many follows ended */
export async function dropFollowersBehind(tx: Tx, inbox: string, host: string): Promise<number> {
  const dropped = await sql`
    delete from follow using actor where actor.id = follower_id and actor.host = ${host}
      and coalesce(actor.shared_inbox, actor.inbox) = ${inbox}`.execute(tx);
  return Number(dropped.numAffectedRows ?? 0n);
}
