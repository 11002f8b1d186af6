import { hostOf, parseHandle } from './handle.ts';

/** Where somebody has their account, as far as they said it. */
export interface HomeServer {
  host: string;
  /** what its WebFinger is asked: `acct:sam@social.example` or the address of a profile; null: the server alone was named */
  resource: string | null;
}

/**
 * Reads `@sam@social.example`, the address of a profile, or the name of a server.
 * @returns null when it is none of these
 */
export function homeServer(text: string): HomeServer | null {
  const handle = parseHandle(text);
  if (handle) return { host: handle.host, resource: `acct:${handle.user}@${handle.host}` };
  const isAddress = /^https?:\/\//i.test(text);
  const host = hostOf(isAddress ? text : `https://${text}`);
  if (host === null || !/[.:]|^localhost$/.test(host)) return null;
  return { host, resource: isAddress && new URL(text).pathname !== '/' ? text : null };
}
