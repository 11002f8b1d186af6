declare const brand: unique symbol;

/** An absolute http or https address that may stand in a link. */
export type WebUrl = string & { readonly [brand]: 'WebUrl' };

const LONGEST = 2048;

/**
 * Reads an address that came from outside.
 * @returns the address in its normal form, or null when it is not http(s), carries a user name or password,
 *   or is longer than 2,048 characters
 */
export function webUrl(text: string | null | undefined): WebUrl | null {
  if (!text || text.length > LONGEST) return null;
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    if (url.username !== '' || url.password !== '') return null;
    return url.href as WebUrl;
  } catch {
    return null;
  }
}

/** The host of an address as readers see it, without `www.`. */
export function shownHost(url: WebUrl): string {
  return new URL(url).host.replace(/^www\./, '');
}
