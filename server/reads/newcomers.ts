import { firstIdAt, idTime } from '../domain/ids.ts';
import type { Db } from '../store/db.ts';

/** When somebody of a host was first stored here, null when nobody is. */
export async function firstHeard(db: Db, host: string): Promise<Date | null> {
  const row = await db
    .selectFrom('actor')
    .select('id')
    .where('host', '=', host)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row ? new Date(idTime(row.id)) : null;
}

/** How many people of a host were first stored since then; counts up to `most`. */
export async function newPeople(db: Db, host: string, since: Date, most: number): Promise<number> {
  const rows = await db
    .selectFrom('actor')
    .select('id')
    .where('host', '=', host)
    .where('id', '>=', firstIdAt(since.getTime()))
    .limit(most)
    .execute();
  return rows.length;
}
