import { receiveAppreciation } from '../../server/actions/receive-appreciation.ts';
import { wasUndone } from '../../server/actions/remember-undo.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** A like (or an emoji reaction, which counts as one) of a public work of ours. */
export const like: Handler = {
  async effect(ctx, { uri, actor, json }) {
    if (await wasUndone(ctx, actor, uri)) return 'dropped: taken back before it came';
    return (await receiveAppreciation(ctx, actor, uri, idOf(json.object) ?? '', 'like'))
      ? 'appreciated'
      : 'dropped: not about something public of ours';
  },
};
