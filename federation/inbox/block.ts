import { receiveBlock } from '../../server/actions/block-actor.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody elsewhere blocks one of ours. */
export const block: Handler = {
  async effect(ctx, { actor, json }) {
    const ours = await actorOf(ctx.db, idOf(json.object) ?? '');
    if (!ours || ours.host !== null) return 'dropped: nobody of ours';
    await receiveBlock(ctx, actor, ours);
    return 'blocked';
  },
};
