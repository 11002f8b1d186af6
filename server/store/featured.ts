import type { Db } from './db.ts';

/** Keeps which works stand first on a profile of ours. */
export async function saveFeatured(db: Db, actorId: string, uris: readonly string[]): Promise<void> {
  await db
    .updateTable('actor')
    .set({ featured: [...uris] })
    .where('id', '=', actorId)
    .execute();
}
