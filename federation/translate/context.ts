/** The JSON-LD context of everything we send: inline, so that nobody has to fetch ours. */

const AS = 'https://www.w3.org/ns/activitystreams';
export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

/** Our own terms, brand-neutral; the same document is served at /ns/teaching-practice/v1. */
export const TEACHING_PRACTICE = {
  tp: 'https://w3id.org/teaching-practice#',
  sdo: 'https://schema.org/',
  dcterms: 'http://purl.org/dc/terms/',
  isBasedOn: { '@id': 'sdo:isBasedOn', '@type': '@id' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  'tp:sections': { '@id': 'tp:sections', '@type': '@json' },
  'tp:evidence': { '@id': 'tp:evidence', '@type': '@json' },
  'tp:gistOther': { '@id': 'tp:gistOther', '@type': '@json' },
  'tp:lineage': { '@id': 'tp:lineage', '@type': '@id', '@container': '@list' },
  'tp:tries': { '@id': 'tp:tries', '@type': '@id' },
} as const;

const FEDIVERSE = {
  toot: 'http://joinmastodon.org/ns#',
  schema: 'http://schema.org#',
  gts: 'https://gotosocial.org/ns#',
  Hashtag: 'as:Hashtag',
  sensitive: 'as:sensitive',
  manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
  movedTo: { '@id': 'as:movedTo', '@type': '@id' },
  alsoKnownAs: { '@id': 'as:alsoKnownAs', '@type': '@id' },
  featured: { '@id': 'toot:featured', '@type': '@id' },
  featuredTags: { '@id': 'toot:featuredTags', '@type': '@id' },
  discoverable: 'toot:discoverable',
  indexable: 'toot:indexable',
  memorial: 'toot:memorial',
  suspended: 'toot:suspended',
  blurhash: 'toot:blurhash',
  attributionDomains: { '@id': 'toot:attributionDomains', '@container': '@set' },
  PropertyValue: 'schema:PropertyValue',
  value: 'schema:value',
  webfinger: {
    '@id': 'https://purl.archive.org/socialweb/webfinger#webfinger',
    '@type': 'http://www.w3.org/2001/XMLSchema#string',
  },
  conversation: 'http://ostatus.org#conversation',
  interactionPolicy: { '@id': 'gts:interactionPolicy', '@type': '@id' },
  canFeature: { '@id': 'https://w3id.org/fep/7aa9#canFeature', '@type': '@id' },
  canQuote: { '@id': 'gts:canQuote', '@type': '@id' },
  automaticApproval: { '@id': 'gts:automaticApproval', '@type': '@id' },
  QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest',
  QuoteAuthorization: 'https://w3id.org/fep/044f#QuoteAuthorization',
  interactingObject: { '@id': 'gts:interactingObject', '@type': '@id' },
  interactionTarget: { '@id': 'gts:interactionTarget', '@type': '@id' },
} as const;

/** For actors and objects of ours. */
export const CONTEXT = [AS, 'https://w3id.org/security/v1', { ...FEDIVERSE, ...TEACHING_PRACTICE }] as const;
/** For activities that carry no terms of their own and for collections. */
export const PLAIN_CONTEXT = AS;

/** RFC 3339 in UTC without a fraction. */
export function wireTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/** A document with its context in front. */
export function withContext<T extends object>(
  document: T,
  context: unknown = CONTEXT,
): T & { '@context': unknown } {
  return { '@context': context, ...document };
}

/** CamelCase hashtag of a key or a tag: `questioning-discussion` → `#QuestioningDiscussion`. */
export function hashtag(key: string, origin: string): { type: 'Hashtag'; name: string; href: string } {
  const name = key.includes('-')
    ? key
        .split('-')
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join('')
    : key.charAt(0).toUpperCase() + key.slice(1);
  return {
    type: 'Hashtag',
    name: `#${name}`,
    href: `${origin}/tags/${encodeURIComponent(name.toLowerCase())}`,
  };
}
