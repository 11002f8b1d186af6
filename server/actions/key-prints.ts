import { createHash, createPublicKey } from 'node:crypto';

/** A short name for a public key, whatever its PEM looks like: the hash of its SPKI form. Null when it is no key. */
export function keyPrint(pem: string): string | null {
  try {
    const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
    return createHash('sha256').update(der).digest('base64url');
  } catch {
    return null;
  }
}
