import type { Actor } from '../domain/actor.ts';
import { actorsByIds } from './actors.ts';
import type { Db } from './db.ts';

/** Somebody whom an author asked to be named with them. */
export interface CoAuthor {
  actor: Actor;
  /** null: they have not said yes yet */
  confirmedAt: Date | null;
}

/** The co-authors of a work, those who were only asked too. */
export async function coAuthorsOf(db: Db, workId: string): Promise<CoAuthor[]> {
  const rows = await db
    .selectFrom('work_author')
    .select(['actor_id', 'confirmed_at'])
    .where('work_id', '=', workId)
    .orderBy('actor_id')
    .execute();
  const actors = await actorsByIds(
    db,
    rows.map((row) => row.actor_id),
  );
  return rows.flatMap((row) => {
    const actor = actors.get(row.actor_id);
    return actor ? [{ actor, confirmedAt: row.confirmed_at }] : [];
  });
}

/** @returns false when that person is there already */
export async function insertCoAuthor(db: Db, workId: string, actorId: string): Promise<boolean> {
  const result = await db
    .insertInto('work_author')
    .values({ work_id: workId, actor_id: actorId })
    .onConflict((conflict) => conflict.columns(['work_id', 'actor_id']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function confirmCoAuthor(db: Db, workId: string, actorId: string, now: Date): Promise<void> {
  await db
    .updateTable('work_author')
    .set({ confirmed_at: now })
    .where('work_id', '=', workId)
    .where('actor_id', '=', actorId)
    .execute();
}

/** @returns whether that person was there */
export async function removeCoAuthor(db: Db, workId: string, actorId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('work_author')
    .where('work_id', '=', workId)
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
