import { undoAppreciation } from '../../server/actions/receive-appreciation.ts';
import { receiveUnfollow } from '../../server/actions/receive-follow.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { followFor } from '../../server/reads/follow-facts.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody takes a Follow, Like or Announce of their own back: looked up by who did what to what, never by id alone. */
export const undo: Handler = {
  async effect(ctx, { actor, json }) {
    const undone = json.object;
    if (typeof undone !== 'object' || undone === null) {
      const followedId = await followFor(ctx.db, actor.id, idOf(undone) ?? '');
      return followedId && (await receiveUnfollow(ctx, actor, followedId))
        ? 'unfollowed'
        : 'dropped: nothing to undo';
    }
    const { type, object, actor: doer } = undone as Record<string, unknown>;
    if (doer !== undefined && idOf(doer) !== actor.uri) return 'dropped: not theirs';
    const about = idOf(object) ?? '';
    if (type === 'Follow') {
      const followed = await actorOf(ctx.db, about);
      return followed && followed.host === null && (await receiveUnfollow(ctx, actor, followed.id))
        ? 'unfollowed'
        : 'dropped: nothing to undo';
    }
    if (type === 'Like' || type === 'EmojiReact' || type === 'Announce') {
      await undoAppreciation(ctx, actor, about, type === 'Announce' ? 'announce' : 'like');
      return 'undone';
    }
    return 'dropped: nothing to undo';
  },
};
