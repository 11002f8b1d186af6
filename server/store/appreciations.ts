import type { Db } from './db.ts';

/** Keeps a like or boost from elsewhere, once for each actor, object and kind: the latest, which they may take back by its id. */
export async function saveAppreciation(
  db: Db,
  row: { activityUri: string; actorId: string; objectUri: string; kind: 'like' | 'announce' },
): Promise<void> {
  const result = await db
    .insertInto('appreciation')
    .values({
      activity_uri: row.activityUri,
      actor_id: row.actorId,
      object_uri: row.objectUri,
      kind: row.kind,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) return;
  await db
    .updateTable('appreciation')
    .set({ activity_uri: row.activityUri })
    .where('actor_id', '=', row.actorId)
    .where('object_uri', '=', row.objectUri)
    .where('kind', '=', row.kind)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appreciation as other')
            .select('kind')
            .where('other.activity_uri', '=', row.activityUri),
        ),
      ),
    )
    .execute();
}

/** Takes back the one that this activity made: only that actor's own. False when there was none. */
export async function removeAppreciationOf(db: Db, actorId: string, activityUri: string): Promise<boolean> {
  const result = await db
    .deleteFrom('appreciation')
    .where('activity_uri', '=', activityUri)
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Takes one back: only that actor's own. False when there was none. */
export async function removeAppreciation(
  db: Db,
  actorId: string,
  objectUri: string,
  kind: 'like' | 'announce',
): Promise<boolean> {
  const result = await db
    .deleteFrom('appreciation')
    .where('actor_id', '=', actorId)
    .where('object_uri', '=', objectUri)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
