import { receiveQuoteRequest } from '../../server/actions/quotes.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody asks to quote a work of ours (FEP-044f). */
export const quoteRequest: Handler = {
  async effect(ctx, { uri, actor, json }) {
    const workUri = idOf(json.object);
    const quotingUri = idOf(json.instrument);
    if (!workUri || !quotingUri || hostOf(quotingUri) !== actor.host)
      return 'dropped: it names no work or no post of theirs';
    const answer = await receiveQuoteRequest(ctx, actor, { uri, workUri, quotingUri });
    return answer === 'ignored' ? 'dropped: not a public work of ours' : `quote ${answer}`;
  },
};
