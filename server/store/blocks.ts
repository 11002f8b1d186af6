import { sql } from 'kysely';
import type { Db } from './db.ts';
import { together } from './together.ts';

export async function insertBlock(db: Db, blockerId: string, blockedId: string, now: Date): Promise<void> {
  await db
    .insertInto('block')
    .values({ blocker_id: blockerId, blocked_id: blockedId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeBlock(db: Db, blockerId: string, blockedId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('block')
    .where('blocker_id', '=', blockerId)
    .where('blocked_id', '=', blockedId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Has this person of ours blocked them? */
export async function hasBlocked(db: Db, blockerId: string, blockedId: string): Promise<boolean> {
  return (await blocked(db, { blockerId, blockedId })) ?? false;
}

const blocked = together<{ blockerId: string; blockedId: string }, true>(
  ({ blockerId, blockedId }) => `${blockerId} ${blockedId}`,
  async (db, pairs) => {
    const found = await sql<{ key: string }>`
      select blocker_id || ' ' || blocked_id as key from block
      where (blocker_id, blocked_id) in (
        select * from unnest(${pairs.map((pair) => pair.blockerId)}::text[], ${pairs.map((pair) => pair.blockedId)}::text[]))`.execute(
      db,
    );
    return new Map(found.rows.map(({ key }) => [key, true]));
  },
);

/** Those of these whom this person of ours has blocked. */
export async function blockedAmong(db: Db, blockerId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('block')
    .select('blocked_id')
    .where('blocker_id', '=', blockerId)
    .where('blocked_id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.blocked_id));
}
