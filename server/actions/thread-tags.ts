import { adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { type CacheTag, rootTags } from './context.ts';

/** What becomes stale by a word under a work or a try: its page, and those of what a try was built on. */
export async function threadTags(db: Db, rootUri: string): Promise<CacheTag[]> {
  const attempt = await adaptationByUri(db, rootUri);
  return [`object:${rootUri}`, ...(attempt ? rootTags(attempt.lineage) : [])];
}
