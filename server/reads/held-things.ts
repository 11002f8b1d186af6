import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import { actorById } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { tombstoneOf } from '../store/tombstones.ts';

/** Something that we hold, as far as reading its thread at other servers needs it. */
export interface HeldThing {
  kind: 'work' | 'try' | 'reply';
  uri: string;
  /** null: one of ours */
  host: string | null;
  authorId: string;
  /** where what answers it is listed, on its own host */
  replies: string | null;
}

/** A work, try or reply that we hold, whatever its state; null when there is none. */
export async function heldThing(db: Db, uri: string): Promise<HeldThing | null> {
  const found = await sql<HeldThing>`
    select 'work' as kind, uri, host, author_id as "authorId", wire_replies as replies from work where uri = ${uri}
    union all select 'try', uri, host, author_id, wire_replies from adaptation where uri = ${uri}
    union all select 'reply', uri, host, author_id, wire_replies from reply where uri = ${uri}
    limit 1`.execute(db);
  return found.rows[0] ?? null;
}

/** Where the answers to what is held under a work or try are listed elsewhere, the newest first. */
export async function listsBelow(db: Db, rootUri: string, limit: number): Promise<string[]> {
  const found = await sql<{ replies: string }>`
    select wire_replies as replies from (
      select id, wire_replies from reply where root_uri = ${rootUri} and state in ('held', 'shown')
      union all
      select id, wire_replies from adaptation where (of_uri = ${rootUri} or lineage[1] = ${rootUri}) and state in ('held', 'published')) below
    where wire_replies is not null order by id desc limit ${limit}`.execute(db);
  return found.rows.map((row) => row.replies);
}

/** How many replies and tries from elsewhere are held under a work or try. */
export async function countFromElsewhere(db: Db, rootUri: string): Promise<number> {
  const found = await sql<{ count: number }>`
    select ((select count(*) from reply where root_uri = ${rootUri} and host is not null)
      + (select count(*) from adaptation where of_uri = ${rootUri} and host is not null))::int as count`.execute(
    db,
  );
  return found.rows[0]?.count ?? 0;
}

/** Was this address taken back? Then it is not asked for again. */
export async function isTombstone(db: Db, uri: string): Promise<boolean> {
  return (await tombstoneOf(db, uri)) !== null;
}

/** Who wrote it. */
export function authorOfHeld(db: Db, { authorId }: HeldThing): Promise<Actor | null> {
  return actorById(db, authorId);
}
