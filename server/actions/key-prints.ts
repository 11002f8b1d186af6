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

/** The prints of several keys, each once; what is no key is left out. */
export function keyPrints(pems: readonly (string | null)[]): string[] {
  const prints = pems.flatMap((pem) => (pem === null ? [] : (keyPrint(pem) ?? [])));
  return [...new Set(prints)];
}
