import type { Db } from '../store/db.ts';

/** The bytes of an activity that was made for other servers, null when there is none with this id. */
export async function sentActivity(db: Db, uri: string): Promise<string | null> {
  const row = await db.selectFrom('outgoing_activity').select('body').where('uri', '=', uri).executeTakeFirst();
  return row?.body ?? null;
}
