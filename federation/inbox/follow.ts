import { receiveFollow } from '../../server/actions/receive-follow.ts';
import { wasUndone } from '../../server/actions/remember-undo.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody asks to follow one of ours. */
export const follow: Handler = {
  async effect(ctx, { uri, actor, json }) {
    const followed = await actorOf(ctx.db, idOf(json.object) ?? '');
    if (!followed || followed.host !== null || followed.state === 'gone') return 'dropped: nobody of ours';
    if (await wasUndone(ctx, actor, uri)) return 'dropped: taken back before it came';
    await receiveFollow(ctx, actor, followed, uri);
    return 'followed';
  },
};
