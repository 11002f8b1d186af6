import jsonld from 'jsonld';
import { preloadedContexts } from '../../federation/preloaded-contexts.ts';
import type { Json } from './peer-actor.ts';

/** The only contexts that our documents may name. */
const ALLOWED = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'];

async function documentLoader(url: string) {
  if (!ALLOWED.includes(url)) throw new Error(`nothing is fetched: ${url}`);
  return preloadedContexts(url);
}

/**
 * Expands a document as JSON-LD in safe mode, with the network off.
 * @throws Error when a term is dropped. The ActivityStreams context takes every unknown word for a blank one (`_:…`)
 *   instead of dropping it: that counts as dropped.
 */
export async function expandSafely(document: Json): Promise<Json[]> {
  const options = { safe: true, documentLoader } as unknown as Parameters<typeof jsonld.expand>[1];
  const expanded = (await jsonld.expand(document, options)) as Json[];
  if (expanded.length !== 1) throw new Error(`${document.id} expands to ${expanded.length} things`);
  const blank = [...new Set(JSON.stringify(expanded).match(/"_:[^"]*"(?=:)/g) ?? [])];
  if (blank.length > 0) throw new Error(`terms without a meaning: ${blank.join(', ')}`);
  return expanded;
}
