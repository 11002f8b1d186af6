import type { Actor } from '../domain/actor.ts';
import { actorByUri } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { followBetween, followByUri, removeFollow, saveFollow, setFollowState } from '../store/follows.ts';
import { forgetFollow } from '../store/inbox.ts';
import { insertNotice } from '../store/notices.ts';
import { type Ctx, markStale } from './context.ts';
import { hasClosedDoor } from './door.ts';

/**
 * Somebody elsewhere asks to follow one of ours: accepted at once, answered by a job, and refused while a
 * door is closed. Asking again is answered again.
 */
export async function receiveFollow(
  ctx: Ctx & { db: Tx },
  follower: Actor,
  followed: Actor,
  followUri: string,
): Promise<void> {
  const before = await followBetween(ctx.db, follower.id, followed.id);
  const accepted =
    !followed.manuallyApproves &&
    !(await hasBlocked(ctx.db, followed.id, follower.id)) &&
    (before?.state === 'accepted' || !(await hasClosedDoor(ctx, followed.id)));
  if (accepted)
    await saveFollow(
      ctx.db,
      { followerId: follower.id, followedId: followed.id, uri: followUri, state: 'accepted' },
      ctx.clock.now(),
    );
  await emitEvent(ctx.db, {
    kind: accepted ? 'follow-accepted' : 'follow-refused',
    followUri,
    followerId: follower.id,
    followedId: followed.id,
  });
  if (accepted && followed.kind === 'person' && before?.state !== 'accepted') {
    await insertNotice(ctx.db, {
      personId: followed.id,
      kind: 'followed',
      aboutUri: null,
      objectUri: followUri,
      fromId: follower.id,
    });
  }
  await markStale(ctx.db, `actor:${followed.id}`);
}

/** Their server says yes or no to a follow of ours: only the followed actor can, and only to a follow that we sent. */
export async function receiveFollowAnswer(
  ctx: Ctx,
  by: Actor,
  followUri: string | null,
  followerUri: string | null,
  answer: 'accepted' | 'rejected',
): Promise<boolean> {
  const byUri = followUri ? await followByUri(ctx.db, followUri) : null;
  const follow = byUri ?? (followerUri ? await followOf(ctx, followerUri, by.id) : null);
  if (!follow || follow.followedId !== by.id) return false;
  // a yes that their later no overtook; whoever asks again is asking, not refused
  if (answer === 'accepted' && follow.state === 'rejected') return false;
  await setFollowState(ctx.db, follow.followerId, follow.followedId, answer, ctx.clock.now());
  await markStale(ctx.db, `actor:${follow.followerId}`, `actor:${by.id}`);
  return true;
}

async function followOf(ctx: Ctx, followerUri: string, followedId: string) {
  const follower = await actorByUri(ctx.db, followerUri);
  return follower && follower.host === null ? followBetween(ctx.db, follower.id, followedId) : null;
}

/** Somebody elsewhere stops following one of ours. False when there was nothing to end. */
export async function receiveUnfollow(ctx: Ctx, follower: Actor, followedId: string): Promise<boolean> {
  const follow = await followBetween(ctx.db, follower.id, followedId);
  if (!follow) return false;
  await removeFollow(ctx.db, follower.id, followedId);
  await forgetFollow(ctx.db, follower.uri, follow.uri);
  await markStale(ctx.db, `actor:${followedId}`);
  return true;
}
