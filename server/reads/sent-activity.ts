import type { Db } from '../store/db.ts';
import { quoteAuthorizationByUri } from '../store/quotes.ts';

/** The bytes of an activity that was made for other servers, null when there is none with this id. */
export async function sentActivity(db: Db, uri: string): Promise<string | null> {
  const row = await db
    .selectFrom('outgoing_activity')
    .select('body')
    .where('uri', '=', uri)
    .executeTakeFirst();
  return row?.body ?? null;
}

/** A permission to quote that is in force. */
export async function stampFacts(
  db: Db,
  uri: string,
): Promise<{ workId: string; quotingUri: string } | null> {
  const stamp = await quoteAuthorizationByUri(db, uri);
  return stamp && stamp.revokedAt === null ? stamp : null;
}
