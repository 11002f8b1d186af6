import type { Db } from '../store/db.ts';
import { followByUri } from '../store/follows.ts';

/** Whom a follow with this id follows, if it is this follower's. */
export async function followFor(db: Db, followerId: string, followUri: string): Promise<string | null> {
  const follow = await followByUri(db, followUri);
  return follow?.followerId === followerId ? follow.followedId : null;
}
