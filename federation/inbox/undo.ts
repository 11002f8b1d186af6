import type { Ctx } from '../../server/actions/context.ts';
import { undoActivity, undoAppreciation } from '../../server/actions/receive-appreciation.ts';
import { receiveUnfollow } from '../../server/actions/receive-follow.ts';
import { rememberUndo } from '../../server/actions/remember-undo.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { namelessUri } from '../../server/domain/addresses.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { followFor } from '../../server/reads/follow-facts.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/**
 * Somebody takes a Follow, Like or Announce of their own back: looked up by who did what to what, or by the id of what
 * they themselves did. One that overtook what it undoes is remembered.
 */
export const undo: Handler = {
  async effect(ctx, { actor, json }) {
    const undone = json.object;
    const doer =
      typeof undone === 'object' && undone !== null ? (undone as { actor?: unknown }).actor : undefined;
    if (doer !== undefined && idOf(doer) !== actor.uri) return 'dropped: not theirs';
    const done = await undoNow(ctx, actor, undone);
    if (done !== null) return done;
    const id = idOf(undone) ?? namelessFollow(actor, undone);
    if (!id || hostOf(id) !== actor.host) return 'dropped: nothing to undo';
    await rememberUndo(ctx, actor, id);
    return 'dropped: nothing to undo yet';
  },
};

function namelessFollow(actor: Actor, undone: unknown): string | null {
  const { type, object } =
    typeof undone === 'object' && undone !== null ? (undone as Record<string, unknown>) : {};
  return type === 'Follow' ? namelessUri(actor.uri, type, idOf(object)) : null;
}

/** Null when there is nothing to undo. */
async function undoNow(ctx: Ctx, actor: Actor, undone: unknown): Promise<'unfollowed' | 'undone' | null> {
  const { type, object } =
    typeof undone === 'object' && undone !== null ? (undone as Record<string, unknown>) : {};
  const about = idOf(object);
  if (about === null) {
    const id = idOf(undone) ?? '';
    const followedId = await followFor(ctx.db, actor.id, id);
    if (followedId) return (await receiveUnfollow(ctx, actor, followedId)) ? 'unfollowed' : null;
    return (await undoActivity(ctx, actor, id)) ? 'undone' : null;
  }
  if (type === 'Follow') {
    const followed = await actorOf(ctx.db, about);
    return followed?.host === null && (await receiveUnfollow(ctx, actor, followed.id)) ? 'unfollowed' : null;
  }
  if (type !== 'Like' && type !== 'EmojiReact' && type !== 'Announce') return null;
  return (await undoAppreciation(ctx, actor, about, type === 'Announce' ? 'announce' : 'like'))
    ? 'undone'
    : null;
}
