import type { Db } from './db.ts';

export interface Tombstone {
  uri: string;
  actorUri: string | null;
  formerType: string | null;
  url: string | null;
  deletedAt: Date;
}

/** Marks an address as taken back, for ever: nothing with this uri is stored again. */
export async function insertTombstone(
  db: Db,
  tombstone: Omit<Tombstone, 'deletedAt'>,
  at: Date,
): Promise<void> {
  await db
    .insertInto('tombstone')
    .values({
      uri: tombstone.uri,
      actor_uri: tombstone.actorUri,
      former_type: tombstone.formerType,
      url: tombstone.url,
      deleted_at: at,
    })
    .onConflict((conflict) => conflict.column('uri').doNothing())
    .execute();
}

export async function tombstoneOf(db: Db, uri: string): Promise<Tombstone | null> {
  const row = await db
    .selectFrom('tombstone')
    .select(['uri', 'actor_uri as actorUri', 'former_type as formerType', 'url', 'deleted_at as deletedAt'])
    .where('uri', '=', uri)
    .executeTakeFirst();
  return row ?? null;
}
