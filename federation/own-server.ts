import type { Lookup } from '../server/actions/context.ts';
import { type Asker, askWebfinger, type Jrd, schemeOf } from './webfinger-client.ts';

const INTENT = 'https://w3id.org/fep/3b86/';
const SUBSCRIBE = /^https?:\/\/ostatus\.org\/schema\/1\.0\/subscribe$/;

/**
 * Where somebody can follow, answer or try something on the server where they have their account: its WebFinger names
 * an address with a gap in it, as an intent (FEP-3b86) or as the older way to subscribe. It is believed only when it
 * leads to that very server, or to the one that its WebFinger redirects to, by https.
 */
export function ownServerOf(asker: Asker): Lookup['ownServer'] {
  return async ({ host, resource }, what) => {
    const bare = `${schemeOf(host, asker.allowPrivate)}://${host}/`;
    const found = await askWebfinger(asker, host, resource ?? bare);
    for (const template of templatesIn(found, what.kind)) {
      const address = filledIn(template, what.uri);
      if (address && mayLead(asker, [host, found.saidBy], address)) return address.href;
    }
    return null;
  };
}

/** The best first. FEP-3b86 writes the address into `href`, most servers into `template`. */
function templatesIn({ links }: Jrd, kind: 'person' | 'object'): string[] {
  const intent = `${INTENT}${kind === 'person' ? 'follow' : 'object'}`;
  const ofRel = (fits: (rel: string) => boolean) =>
    links.filter(({ rel }) => fits(rel)).flatMap(({ template, href }) => template ?? href ?? []);
  return [...ofRel((rel) => rel.toLowerCase() === intent), ...ofRel((rel) => SUBSCRIBE.test(rel))];
}

/** Gaps that we have nothing for stay empty (FEP-3b86, 3.2). */
function filledIn(template: string, uri: string): URL | null {
  if (!/\{(uri|object)\}/.test(template)) return null;
  const filled = template.replace(/\{([^{}]*)\}/g, (_, name) =>
    name === 'uri' || name === 'object' ? encodeURIComponent(uri) : '',
  );
  return URL.canParse(filled) ? new URL(filled) : null;
}

/** Never to another server than the one that was named: a page of ours leads nowhere else. */
function mayLead({ allowPrivate }: Asker, hosts: readonly string[], address: URL): boolean {
  const safe = address.protocol === 'https:' || (allowPrivate && address.protocol === 'http:');
  return safe && hosts.includes(address.host) && address.username === '' && address.password === '';
}
