import type { Actor } from '../domain/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import { insertBlock, removeBlock } from '../store/blocks.ts';
import { hideEverythingFrom } from '../store/conversation.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { followBetween, removeFollow } from '../store/follows.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * Blocks somebody: both follows end, what they said under one's works is hidden, and nothing more of theirs arrives there.
 * @param tell true to say so to their server, which reveals the block; otherwise it only sees the follows end
 * @throws Refusal `invalid not-yourself`
 */
export async function blockActor(ctx: Ctx, blockerId: string, blocked: Actor, tell = false): Promise<void> {
  if (blocked.id === blockerId) throw new Refusal('invalid', 'not-yourself');
  await inTransaction(ctx.db, async (tx) => {
    await insertBlock(tx, blockerId, blocked.id, ctx.clock.now());
    await endFollows(tx, blockerId, blocked);
    const touched = await hideEverythingFrom(tx, blockerId, blocked.id);
    if (tell && blocked.host !== null)
      await emitEvent(tx, {
        kind: 'actor-blocked',
        blockerId,
        blockedId: blocked.id,
        at: ctx.clock.now().toISOString(),
      });
    await markStale(tx, 'district', `actor:${blockerId}`, ...touched.map((uri) => `object:${uri}` as const));
  });
}

/** Both ways: theirs of us is rejected, ours of them is undone. */
async function endFollows(tx: Tx, blockerId: string, blocked: Actor): Promise<void> {
  const theirs = await followBetween(tx, blocked.id, blockerId);
  if (theirs) {
    await removeFollow(tx, blocked.id, blockerId);
    if (blocked.host !== null)
      await emitEvent(tx, {
        kind: 'follow-refused',
        followUri: theirs.uri,
        followerId: blocked.id,
        followedId: blockerId,
      });
  }
  const ours = await followBetween(tx, blockerId, blocked.id);
  if (ours) {
    await removeFollow(tx, blockerId, blocked.id);
    if (blocked.host !== null)
      await emitEvent(tx, {
        kind: 'follow-ended',
        followUri: ours.uri,
        followerId: blockerId,
        followedId: blocked.id,
      });
  }
}

/** Lifts a block. What was hidden stays hidden until the author shows it. */
export async function unblockActor(ctx: Ctx, blockerId: string, blockedId: string): Promise<void> {
  await removeBlock(ctx.db, blockerId, blockedId);
}

/** Somebody elsewhere blocks one of ours: follows end both ways, and nothing is answered. */
export async function receiveBlock(ctx: Ctx, by: Actor, ours: Actor): Promise<void> {
  await removeFollow(ctx.db, ours.id, by.id);
  await removeFollow(ctx.db, by.id, ours.id);
  await markStale(ctx.db, `actor:${ours.id}`);
}
