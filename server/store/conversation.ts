import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Hangs the tries, replies, notices and edges of one address on another. */
export async function moveThread(db: Db, from: string, to: string): Promise<void> {
  await sql`update adaptation set of_uri = ${to} where of_uri = ${from}`.execute(db);
  await sql`update adaptation set lineage = array_replace(lineage, ${from}, ${to}) where ${from} = any(lineage)`.execute(
    db,
  );
  await sql`update reply set root_uri = ${to} where root_uri = ${from}`.execute(db);
  await sql`update reply set in_reply_to = ${to} where in_reply_to = ${from}`.execute(db);
  await sql`update notice set about_uri = ${to} where about_uri = ${from}`.execute(db);
  await sql`update lineage_edge set parent_uri = ${to} where parent_uri = ${from}`.execute(db);
  await sql`update lineage_edge set child_uri = ${to} where child_uri = ${from}`.execute(db);
}

/** Hides what somebody said, told of tries or built under a person's works. @returns the addresses of the works touched */
export async function hideEverythingFrom(db: Db, ownerId: string, fromId: string): Promise<string[]> {
  const replies = await sql<{ uri: string }>`
    with hidden as (
      update reply set state = 'hidden', counted_as_try = false
      where author_id = ${fromId} and state in ('held', 'shown') and root_uri in (
        select uri from work where author_id = ${ownerId} union all select uri from adaptation where author_id = ${ownerId})
      returning uri, root_uri),
    uncounted as (delete from lineage_edge using hidden where child_uri = hidden.uri)
    select root_uri as uri from hidden`.execute(db);
  const places = await sql<{ uri: string }>`
    with theirs as (
      select uri from work where author_id = ${fromId} union all select uri from adaptation where author_id = ${fromId}),
    mine as (
      select uri from work where author_id = ${ownerId} union all select uri from adaptation where author_id = ${ownerId})
    update lineage_edge set state = 'hidden'
    where child_uri in (select uri from theirs) and parent_uri in (select uri from mine) and state <> 'hidden'
    returning parent_uri as uri`.execute(db);
  await sql`
    update adaptation set state = 'hidden'
    where author_id = ${fromId} and state = 'held' and of_uri in (
      select uri from work where author_id = ${ownerId} union all select uri from adaptation where author_id = ${ownerId})`.execute(
    db,
  );
  await db.deleteFrom('notice').where('person_id', '=', ownerId).where('from_id', '=', fromId).execute();
  return [...new Set([...replies.rows, ...places.rows].map((row) => row.uri))];
}
