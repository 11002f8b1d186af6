import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { digestOf, signGet, signPost } from '../../../federation/http-signature.ts';

/** What Mastodon asks for, and what a browser does. */
export const AP_ACCEPT =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';
export const HTML_ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** Somebody on another server: `http://127.1.0.7:4000/users/6`. */
export interface Sender {
  number: number;
  uri: string;
  host: string;
  keyId: string;
  privateKey: KeyObject;
}

export interface KeyMaterial {
  privateKey: KeyObject;
  publicPem: string;
}

/** Making a key takes as long as checking 3,000 signatures, so many actors share few: each has its own key id. */
export function makeKeys(count: number): KeyMaterial[] {
  return Array.from({ length: count }, () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  });
}

/** The name of host `number`: an address of its own in 127/8. */
export function hostNumber(number: number, port: number): string {
  return `127.1.${number >> 7}.${(number & 127) + 1}:${port}`;
}

/** @param hosts over how many the people are spread */
export function makeSenders(
  count: number,
  hosts: number,
  port: number,
  keys: readonly KeyMaterial[],
): Sender[] {
  return Array.from({ length: count }, (_, number) => {
    const host = hostNumber(number % hosts, port);
    const uri = `http://${host}/users/${number}`;
    const { privateKey } = keys[number % keys.length] as KeyMaterial;
    return { number, uri, host, keyId: `${uri}#main-key`, privateKey };
  });
}

/** The document behind `http://{host}/users/{n}` as Mastodon writes it, null for other paths. */
export function actorDocument(host: string, path: string, publicPems: readonly string[]): string | null {
  const number = /^\/users\/(\d+)$/.exec(path)?.[1];
  if (number === undefined) return null;
  const id = `http://${host}${path}`;
  return JSON.stringify({
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
    id,
    type: 'Person',
    preferredUsername: `teacher${number}`,
    name: `Teacher ${number}`,
    summary: '<p>Chemistry and homeroom.</p>',
    url: `http://${host}/@teacher${number}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
    manuallyApprovesFollowers: false,
    endpoints: { sharedInbox: `http://${host}/inbox` },
    publicKey: {
      id: `${id}#main-key`,
      owner: id,
      publicKeyPem: publicPems[Number(number) % publicPems.length],
    },
  });
}

/** A signed POST as it goes over the wire. */
export async function signedPost(target: URL, sender: Sender, body: string): Promise<Buffer> {
  const headers = await signPost(target, digestOf(body), sender, new Date());
  return request('POST', target, { ...headers, 'content-length': String(Buffer.byteLength(body)) }, body);
}

export async function signedGet(target: URL, accept: string, sender: Sender): Promise<Buffer> {
  return request('GET', target, { accept, ...(await signGet(target, accept, sender, new Date())) });
}

/** @param cookie of somebody who is signed in */
export function plainGet(target: URL, accept: string, cookie?: string): Buffer {
  return request('GET', target, { accept, ...(cookie && { cookie }) });
}

function request(method: string, target: URL, headers: Record<string, string>, body = ''): Buffer {
  const all = { host: target.host, 'user-agent': 'ajar-bench/1', 'accept-encoding': 'gzip', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target.pathname}${target.search} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}
