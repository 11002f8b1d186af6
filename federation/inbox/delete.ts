import { receiveDeparture } from '../../server/actions/receive-departure.ts';
import { receiveTakeBack } from '../../server/actions/receive-take-back.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody takes something of theirs back, or leaves altogether. */
export const remove: Handler = {
  async effect(ctx, { actor, json }) {
    const id = idOf(json.object);
    if (!id) return 'dropped: nothing named';
    if (id === actor.uri) {
      await receiveDeparture(ctx, actor);
      return 'gone';
    }
    if (hostOf(id) !== actor.host) return 'dropped: it is on another host';
    return receiveTakeBack(ctx, actor, id);
  },
};
