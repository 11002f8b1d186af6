import { MIMEType } from 'node:util';
import { NetError } from './errors.ts';

const AS_PROFILE = 'profile="https://www.w3.org/ns/activitystreams"';

/** ActivityPub documents: nothing else proves that the host meant to publish an actor or an object. */
export const AP_TYPES = ['application/activity+json', `application/ld+json; ${AS_PROFILE}`] as const;
export const AP_ACCEPT = AP_TYPES.join(', ');
/** WebFinger (RFC 7033); many servers label it plain JSON. */
export const JRD_TYPES = ['application/jrd+json', 'application/json'] as const;
export const NODEINFO_TYPES = ['application/json'] as const;

/**
 * Whether a `content-type` header is one of `types`. A parameter named in a type must be present; its value is
 * a list of words separated by spaces (as `profile` is) that must contain the wanted one. Other parameters,
 * such as `charset`, do not matter.
 */
export function isOneOf(contentType: string, types: readonly string[]): boolean {
  const given = parse(contentType);
  if (!given) return false;
  return types.some((type) => {
    const wanted = new MIMEType(type);
    if (wanted.essence !== given.essence) return false;
    return [...wanted.params].every(([name, value]) => given.params.get(name)?.split(' ').includes(value));
  });
}

/** @throws NetError `content-type` when the header is missing, doubled, or none of `types` */
export function requireType(contentType: string | string[] | undefined, types: readonly string[]): void {
  if (typeof contentType === 'string' && isOneOf(contentType, types)) return;
  const given = typeof contentType === 'string' ? `"${contentType.slice(0, 80)}"` : 'no single type';
  throw new NetError('content-type', `their answer is labelled ${given}, which does not fit the request`);
}

function parse(contentType: string): MIMEType | null {
  try {
    return new MIMEType(contentType);
  } catch {
    return null;
  }
}
