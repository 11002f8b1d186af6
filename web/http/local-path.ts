/** Only its origin is looked at: nothing is asked of it. */
const HERE = 'http://here.invalid';

/**
 * A path of this site that came from outside, for going back to it.
 * @returns path and query as a browser reads them, `otherwise` when it would lead to another site
 */
export function localPath(text: unknown, otherwise = '/'): string {
  if (typeof text !== 'string' || text.length > 2_000 || !text.startsWith('/')) return otherwise;
  try {
    // The parser of the URL standard, as in browsers: `//host`, `/\host` and `/<tab>/host` all lead away.
    const url = new URL(text, HERE);
    const path = `${url.pathname}${url.search}`;
    return url.origin === HERE && !path.startsWith('//') ? path : otherwise;
  } catch {
    return otherwise;
  }
}
