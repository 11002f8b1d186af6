import type { Db } from './db.ts';

/** Keeps a like or boost from elsewhere, once for each actor, object and kind. */
export async function saveAppreciation(
  db: Db,
  row: { activityUri: string; actorId: string; objectUri: string; kind: 'like' | 'announce' },
): Promise<void> {
  await db
    .insertInto('appreciation')
    .values({
      activity_uri: row.activityUri,
      actor_id: row.actorId,
      object_uri: row.objectUri,
      kind: row.kind,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
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
