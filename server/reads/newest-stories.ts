import type { Db } from '../store/db.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

/** The newest stories by others that a member may read, ours and from elsewhere: what there is to try. */
export async function newestStories(db: Db, viewerId: string, limit: number): Promise<WorkCard[]> {
  const rows = await cardQuery(db)
    .where('state', '=', 'published')
    .where('audience', 'in', ['district', 'everyone'])
    .where('author_id', '!=', viewerId)
    .where('title', '!=', '')
    .where('kind', '!=', 'call')
    .orderBy('published_at', 'desc')
    .limit(limit)
    .execute();
  return toCards(db, rows);
}
