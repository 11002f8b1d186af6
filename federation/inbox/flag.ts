import { receiveReport } from '../../server/actions/report-content.ts';
import { plainText } from '../../server/text/remote-html.ts';
import { idsOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** A report from another server's moderators: at most 100 objects and 5,000 characters of plain text. */
export const flag: Handler = {
  async effect(ctx, { uri, actor, json }) {
    const text = typeof json.content === 'string' ? plainText(json.content, 5_000) : '';
    return (await receiveReport(ctx, actor, uri, idsOf(json.object, 100), text))
      ? 'reported'
      : 'dropped: it concerns nobody here';
  },
};
