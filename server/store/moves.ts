import type { Db } from './db.ts';

export async function movedAt(db: Db, actorId: string): Promise<Date | null> {
  const row = await db.selectFrom('actor').select('moved_at').where('id', '=', actorId).executeTakeFirst();
  return row?.moved_at ?? null;
}

export async function markMoved(db: Db, actorId: string, now: Date): Promise<void> {
  await db.updateTable('actor').set({ state: 'moved', moved_at: now }).where('id', '=', actorId).execute();
}
