declare const brand: unique symbol;

/** HTML that has been through the cleaner of this folder: the only HTML that a page may show as it is. */
export type SafeHtml = string & { readonly [brand]: 'SafeHtml' };

/**
 * For HTML that server/text cleaned before it was stored, read back from its column.
 * Never for anything that came from a request or from another server a moment ago.
 */
export function asStoredSafeHtml(text: string): SafeHtml {
  return text as SafeHtml;
}
