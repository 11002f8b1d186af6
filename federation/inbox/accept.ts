import { receiveFollowAnswer } from '../../server/actions/receive-follow.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

const answer = (said: 'accepted' | 'rejected'): Handler => ({
  async effect(ctx, { actor, json }) {
    const follow = json.object;
    const followerUri =
      typeof follow === 'object' && follow !== null ? idOf((follow as { actor?: unknown }).actor) : null;
    const known = await receiveFollowAnswer(ctx, actor, idOf(follow), followerUri, said);
    return known ? said : 'dropped: no such follow of ours';
  },
});

/** They say yes to a follow of ours. */
export const accept = answer('accepted');
/** They say no, or no longer. */
export const reject = answer('rejected');
