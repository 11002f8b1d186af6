import { sql } from 'kysely';
import type { Was } from '../domain/taken-back.ts';
import type { Db } from './db.ts';
import { isAnyOf, together } from './together.ts';

export interface Tombstone {
  uri: string;
  actorUri: string | null;
  was: Was | null;
  url: string | null;
  deletedAt: Date;
}

/**
 * Marks an address as taken back, for ever: nothing with this uri is stored again.
 * @param seen false for what is remembered for a while only
 */
export async function insertTombstone(
  db: Db,
  tombstone: Omit<Tombstone, 'deletedAt'>,
  at: Date,
  seen = true,
): Promise<void> {
  await db
    .insertInto('tombstone')
    .values({
      uri: tombstone.uri,
      actor_uri: tombstone.actorUri,
      was: tombstone.was,
      url: tombstone.url,
      deleted_at: at,
      seen,
    })
    .onConflict((conflict) => conflict.column('uri').doNothing())
    .execute();
}

/** Never an address, so that it is nobody else's tombstone. */
const early = (uri: string, authorUri: string): string => `deleted ${uri} by ${authorUri}`;

/**
 * Remembers for a while that somebody took something back which was never held here: their Delete overtook it. It counts
 * against what is theirs alone, since nobody can say yet whose the address is.
 */
export async function rememberTakeBack(db: Db, uri: string, authorUri: string, at: Date): Promise<void> {
  const tombstone = { uri: early(uri, authorUri), actorUri: authorUri, was: null, url: null };
  await insertTombstone(db, tombstone, at, false);
}

/** Was this taken back, after it was held here or by its author before it came? */
export async function isTakenBack(db: Db, uri: string, authorUri: string): Promise<boolean> {
  const found = await Promise.all([tombstoneOf(db, uri), tombstoneOf(db, early(uri, authorUri))]);
  return found.some((one) => one !== null);
}

export async function tombstoneOf(db: Db, uri: string): Promise<Tombstone | null> {
  return (await tombstones(db, uri)) ?? null;
}

const tombstones = together<string, Tombstone>(
  (uri) => uri,
  async (db, uris) => {
    const rows = await db
      .selectFrom('tombstone')
      .select(['uri', 'actor_uri as actorUri', 'was', 'url', 'deleted_at as deletedAt'])
      .where(isAnyOf('uri', uris))
      .execute();
    return new Map(rows.map((row) => [row.uri, { ...row, was: row.was as Was | null }]));
  },
);

/** Forgets take-backs of addresses that were never held here, after so many days. */
export async function sweepUnseenTombstones(db: Db, days: number): Promise<void> {
  await sql`delete from tombstone where not seen and deleted_at < now() - ${days} * interval '1 day'`.execute(
    db,
  );
}
