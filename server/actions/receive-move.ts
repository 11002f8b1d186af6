import type { Actor } from '../domain/actor.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Tx } from '../store/db.ts';
import { localFollowerIds, removeFollow } from '../store/follows.ts';
import { markMoved, movedAt } from '../store/moves.ts';
import type { Ctx } from './context.ts';
import { followActor } from './follow-actor.ts';

/** Somebody may move again only after so many days. */
const COOL_DOWN_DAYS = 7;

/**
 * Somebody elsewhere moved: whoever follows them here follows the new account instead, unless they have
 * blocked it. Both documents were fetched
 * just now: the old one names the target, and the target lists the old one.
 * @returns false when the two do not name each other, or it is too soon after the last move
 */
export async function receiveMove(ctx: Ctx & { db: Tx }, from: Actor, target: Actor): Promise<boolean> {
  if (
    from.movedTo !== target.uri ||
    !target.alsoKnownAs.includes(from.uri) ||
    target.host === null ||
    target.movedTo !== null
  )
    return false;
  const now = ctx.clock.now();
  const last = await movedAt(ctx.db, from.id);
  if (last && now.getTime() - last.getTime() < COOL_DOWN_DAYS * 86_400_000) return false;
  await markMoved(ctx.db, from.id, now);
  for (const followerId of await localFollowerIds(ctx.db, from.id)) {
    await removeFollow(ctx.db, followerId, from.id);
    const goesAlong = target.state === 'active' && !(await hasBlocked(ctx.db, followerId, target.id));
    if (goesAlong) await followActor(ctx, followerId, target);
  }
  return true;
}
