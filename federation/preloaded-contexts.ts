import type { DocumentLoader } from '@fedify/fedify/runtime';
import { runtime } from './fedify.ts';

let loader: DocumentLoader | null = null;

/** The JSON-LD contexts that ship with Fedify. Contexts are never fetched. */
const SHIPPED = new Set([
  'https://www.w3.org/ns/activitystreams',
  'https://w3id.org/security/v1',
  'https://w3id.org/security/data-integrity/v1',
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/multikey/v1',
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/identity/v1',
  'https://www.w3.org/ns/cid/v1',
  'https://gotosocial.org/ns',
  'https://join-lemmy.org/context.json',
  'http://joinmastodon.org/ns',
  'http://schema.org/',
  'https://purl.archive.org/socialweb/webfinger',
  'https://purl.archive.org/miscellany',
  'https://w3id.org/fep/5711',
  'https://w3id.org/fep/ef61',
]);

/**
 * A context by its address, from memory.
 * @throws Error for every other address: nothing is fetched while a message is read
 */
export async function preloadedContexts(url: string) {
  if (!SHIPPED.has(url))
    throw new Error(`the context ${url.slice(0, 200)} is not known here and contexts are not fetched`);
  const { getDocumentLoader } = await runtime();
  loader ??= getDocumentLoader({ allowPrivateAddress: false });
  return loader(url);
}
