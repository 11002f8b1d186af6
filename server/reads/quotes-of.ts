import type { Actor } from '../domain/actor.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';

/** A post elsewhere that was allowed to quote a work of ours. */
export interface QuoteOf {
  /** the address of the permission */
  uri: string;
  quotingUri: string;
  by: Actor;
}

const MOST = 50;

/** Who may quote a work, by permissions in force: for its author alone. The latest first, at most 50. */
export async function quotesOf(db: Db, workId: string): Promise<QuoteOf[]> {
  const rows = await db
    .selectFrom('quote_authorization')
    .select(['uri', 'quoting_uri', 'quoting_actor_id'])
    .where('work_id', '=', workId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  const actors = await actorsByIds(
    db,
    rows.map((row) => row.quoting_actor_id),
  );
  return rows.flatMap((row) => {
    const by = actors.get(row.quoting_actor_id);
    return by ? [{ uri: row.uri, quotingUri: row.quoting_uri, by }] : [];
  });
}
