import sanitizeHtml from 'sanitize-html';
import { linesOf, urlToHref } from '../mastodon-text.ts';
import { asList, type Json } from '../peer-actor.ts';

/** Small readers that several servers share. */

/** Text without any markup, on one line. */
export function plain(html: string): string {
  return linesOf(html).join(' ');
}

/** The lines that are left of HTML when only these elements are kept; headings and list items are lines of their own. */
export function lines(html: string, allowedTags: readonly string[] | 'all'): string[] {
  const kept =
    allowedTags === 'all'
      ? html
      : sanitizeHtml(html, { allowedTags: [...allowedTags], allowedAttributes: false });
  return linesOf(
    kept.replace(/<\/(h[1-6]|tr|figcaption|summary|div)>/gi, '<br>').replace(/<\/t[dh]>/gi, ' '),
  );
}

/** Pictures in `attachment`: those with an address of their own. */
export function pictures(object: Json): string[] {
  return asList(object.attachment).flatMap((one) => urlToHref(one.url ?? one.href) ?? []);
}

/** The page of a post, else its id. */
export function pageOf(object: Json): string {
  return urlToHref(object.url) ?? object.id;
}
