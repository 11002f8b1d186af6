import type { ProfileField } from '../../server/domain/actor.ts';
import { type WebUrl, webUrl } from '../kit/web-url.ts';

/** The addresses among the facts of a profile, for `rel="me"`: the other side links back to be recognised. */
export function profileLinks(fields: readonly ProfileField[]): WebUrl[] {
  return fields.flatMap(({ valueHtml }) => {
    const href = /href="([^"]+)"/.exec(valueHtml)?.[1] ?? valueHtml.trim();
    const address = webUrl(href.replaceAll('&amp;', '&'));
    return address ? [address] : [];
  });
}
