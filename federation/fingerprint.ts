import { createHash } from 'node:crypto';

/** A short name for an address, another one for every other, which can stand in an address itself. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
