import type { Db, Tx } from '../store/db.ts';
import { everywhereOf } from '../store/standing.ts';
import { markStale } from './context.ts';

/** Whatever shows somebody, or something that they said, is stale: they have just been suspended, or are back. */
export async function markPersonStale(db: Tx | Db, actorId: string): Promise<void> {
  const uris = await everywhereOf(db, actorId);
  await markStale(db, `actor:${actorId}`, 'district', ...uris.map((uri) => `object:${uri}` as const));
}
