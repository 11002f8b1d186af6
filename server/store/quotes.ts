import type { Db } from './db.ts';

/** Permission to quote a work, given by its author and served at its own address. */
export interface QuoteAuthorization {
  id: string;
  uri: string;
  workId: string;
  requestUri: string;
  quotingUri: string;
  quotingActorId: string;
  revokedAt: Date | null;
}

export async function insertQuoteAuthorization(
  db: Db,
  quote: Omit<QuoteAuthorization, 'revokedAt'>,
): Promise<boolean> {
  const result = await db
    .insertInto('quote_authorization')
    .values({
      id: quote.id,
      uri: quote.uri,
      work_id: quote.workId,
      request_uri: quote.requestUri,
      quoting_uri: quote.quotingUri,
      quoting_actor_id: quote.quotingActorId,
    })
    .onConflict((conflict) => conflict.column('request_uri').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function quoteAuthorizationByUri(db: Db, uri: string): Promise<QuoteAuthorization | null> {
  const row = await db
    .selectFrom('quote_authorization')
    .selectAll()
    .where('uri', '=', uri)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        uri: row.uri,
        workId: row.work_id,
        requestUri: row.request_uri,
        quotingUri: row.quoting_uri,
        quotingActorId: row.quoting_actor_id,
        revokedAt: row.revoked_at,
      }
    : null;
}

/** Takes a permission back. @returns false when there was none in force */
export async function revokeQuoteAuthorization(db: Db, uri: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('quote_authorization')
    .set({ revoked_at: now })
    .where('uri', '=', uri)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
