import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import { emitEvent } from '../store/events.ts';
import { followBetween, removeFollow, saveFollow } from '../store/follows.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';
import { requireOpenDoor } from './door.ts';

/**
 * Follows somebody: one of ours at once, anybody else when their server says yes.
 * @returns the state afterwards
 * @throws Refusal `not-found no-person`, `invalid not-yourself`, `not-allowed no-new-followers` when they blocked the follower,
 * `not-allowed you-blocked-them`, `not-allowed door-closed` {name}
 */
export async function followActor(
  ctx: Ctx,
  followerId: string,
  followed: Actor,
): Promise<'requested' | 'accepted'> {
  if (followed.id === followerId) throw new Refusal('invalid', 'not-yourself');
  if (followed.state === 'gone' || followed.state === 'suspended' || followed.kind === 'application')
    throw new Refusal('not-found', 'no-person');
  return inTransaction(ctx.db, async (tx) => {
    const existing = await followBetween(tx, followerId, followed.id);
    if (existing?.state === 'accepted') return 'accepted';
    await requireOpenDoor({ ...ctx, db: tx }, followed.id, followerId);
    if (await hasBlocked(tx, followerId, followed.id)) throw new Refusal('not-allowed', 'you-blocked-them');
    if (await hasBlocked(tx, followed.id, followerId)) throw new Refusal('not-allowed', 'no-new-followers');
    const follower = await actorById(tx, followerId);
    if (!follower) throw new Refusal('not-found', 'no-person');
    const now = ctx.clock.now();
    const state = followed.host === null ? 'accepted' : 'requested';
    const uri = `${follower.uri}/follows/${newId(now.getTime())}`;
    await saveFollow(tx, { followerId, followedId: followed.id, uri, state }, now);
    if (state === 'requested')
      await emitEvent(tx, { kind: 'follow-asked', followUri: uri, followerId, followedId: followed.id });
    await markStale(tx, `actor:${followerId}`, `actor:${followed.id}`);
    return state;
  });
}

/** Stops following. Does nothing when there was no follow. */
export async function unfollowActor(ctx: Ctx, followerId: string, followedId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const existing = await followBetween(tx, followerId, followedId);
    if (!existing) return;
    await removeFollow(tx, followerId, followedId);
    const followed = await actorById(tx, followedId);
    if (followed?.host != null)
      await emitEvent(tx, { kind: 'follow-ended', followUri: existing.uri, followerId, followedId });
    await markStale(tx, `actor:${followerId}`, `actor:${followedId}`);
  });
}
