import { type RawBuilder, sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * A condition for lists: whoever wrote a row is not suspended, by us or by their own server.
 * @param table the table (or its alias in the query) with `author_id`
 */
export function bySomebodyInGoodStanding(table: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from actor as writer where writer.id = ${sql.ref(`${table}.author_id`)} and writer.state = 'suspended')`;
}

/** Addresses of everything that somebody shared, and of what they spoke under or told back about. */
export async function everywhereOf(db: Db, actorId: string): Promise<string[]> {
  const found = await sql<{ uri: string }>`
    select uri from work where author_id = ${actorId} and state = 'published'
    union select unnest(array[uri, of_uri] || lineage) from adaptation where author_id = ${actorId} and state = 'published'
    union select unnest(array[uri, root_uri, in_reply_to]) from reply where author_id = ${actorId} and state = 'shown'`.execute(
    db,
  );
  return found.rows.map(({ uri }) => uri);
}

/** Inboxes that anything of one of ours ever went to, and those of servers that fetched something of theirs. */
export async function inboxesThatKnow(db: Db, actorId: string): Promise<{ inbox: string; host: string }[]> {
  const found = await sql<{ inbox: string; host: string }>`
    with theirs as (
      select uri from work where author_id = ${actorId}
      union select uri from adaptation where author_id = ${actorId}
      union select uri from reply where author_id = ${actorId}
    )
    select d.inbox, d.host from delivery d join outgoing_activity a on a.id = d.activity_id
    where a.actor_id = ${actorId} or a.object_uri in (select uri from theirs)
    union
    select coalesce(a.shared_inbox, a.inbox), a.host from object_reader r join actor a on a.uri = r.actor_uri
    where r.object_uri in (select uri from theirs) and a.inbox is not null and a.host is not null`.execute(
    db,
  );
  return found.rows;
}

/** Takes every draft of somebody out of the timetable. */
export async function unscheduleDrafts(db: Db, authorId: string): Promise<void> {
  await db
    .updateTable('work')
    .set({ scheduled_at: null })
    .where('author_id', '=', authorId)
    .where('state', '=', 'draft')
    .where('scheduled_at', 'is not', null)
    .execute();
}
