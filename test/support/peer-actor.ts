import { generateKeyPairSync } from 'node:crypto';
import type { CavageKey } from './cavage.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents of other servers have any shape
export type Json = Record<string, any>;

export const AS = 'https://www.w3.org/ns/activitystreams';
export const PUBLIC = `${AS}#Public`;

/** One or many, as a list. */
// biome-ignore lint/suspicious/noExplicitAny: documents of other servers have any shape
export function asList(value: unknown): any[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** Somebody on a server that a test plays. */
export interface PeerActor {
  name: string;
  uri: string;
  inbox: string;
  followers: string;
  key: CavageKey;
  /** what is served at `uri` */
  document: Json;
}

/** Makes somebody with an RSA-2048 key, in the shape that Mastodon serves. */
export function makePeerActor(
  origin: string,
  name: string,
  options: { path: string; type: string; document?: Json },
): PeerActor {
  const uri = origin + options.path;
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { id: `${uri}#main-key`, privateKey };
  const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' });
  const document = {
    '@context': [AS, 'https://w3id.org/security/v1'],
    id: uri,
    type: options.type,
    preferredUsername: name,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    summary: '',
    url: `${origin}/@${name}`,
    inbox: `${uri}/inbox`,
    outbox: `${uri}/outbox`,
    followers: `${uri}/followers`,
    following: `${uri}/following`,
    endpoints: { sharedInbox: `${origin}/inbox` },
    publicKey: { id: key.id, owner: uri, publicKeyPem },
    ...options.document,
  };
  return { name, uri, inbox: `${uri}/inbox`, followers: `${uri}/followers`, key, document };
}
