/** A fediverse address: `ruth` on `ajar.pinehollow.example` (a port is kept, for tests and demos). */
export interface Handle {
  user: string;
  host: string;
}

/** The form of our own handles; people, groups and the district share one space. */
export const HANDLE = /^[a-z0-9_]{1,30}$/;

/** Words that are pages of ours or sound like the node itself. */
const RESERVED = new Set([
  'admin',
  'administrator',
  'ajar',
  'root',
  'support',
  'help',
  'moderator',
  'system',
  'instance',
  'actor',
  'everyone',
  'district',
  'security',
  'abuse',
  'postmaster',
  'webmaster',
]);

export function isReservedHandle(handle: string): boolean {
  return RESERVED.has(handle);
}

/**
 * Reads `@user@host`, `user@host` or `acct:user@host`. The host is folded to ASCII lower case.
 * @returns null when it is not a handle
 */
export function parseHandle(text: string): Handle | null {
  const match =
    /^(?:acct:)?@?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,126}[A-Za-z0-9_])?)[@＠]([^\s/@]{1,253})$/.exec(
      text.trim(),
    );
  if (!match?.[1] || !match[2]) return null;
  const host = normalHost(match[2]);
  return host === null ? null : { user: match[1], host };
}

/**
 * A host as it is compared and stored: ASCII (punycode), lower case, no trailing dot, port kept.
 * @returns null when it is no host
 */
export function normalHost(text: string): string | null {
  try {
    const url = new URL(`https://${text}`);
    if (url.username || url.password || url.pathname !== '/' || url.search || url.hash) return null;
    return url.host.replace(/\.(?=:|$)/, '');
  } catch {
    return null;
  }
}

/** The host of an address as it is compared and stored, null when `text` is no http(s) address. */
export function hostOf(text: string): string | null {
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
    return url.host.replace(/\.(?=:|$)/, '');
  } catch {
    return null;
  }
}
