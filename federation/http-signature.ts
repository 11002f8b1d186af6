import { createHash, type KeyObject, sign, verify } from 'node:crypto';

/**
 * HTTP signatures as the fediverse sends them: draft-cavage-http-signatures-12 with rsa-sha256.
 * This is the fast lane, made for thousands a second; RFC 9421 goes through Fedify (verify.ts).
 */

/** `SHA-256=…` of a body, for the Digest header. */
export function digestOf(body: Uint8Array | string): string {
  return `SHA-256=${createHash('sha256').update(body).digest('base64')}`;
}

export interface SigningKey {
  /** `https://host/ap/actors/01…#main-key` */
  keyId: string;
  privateKey: KeyObject;
}

/**
 * The headers of a signed POST. Signed at send time: receivers allow about an hour, some five minutes.
 * @param digest from `digestOf(body)`, made once for all receivers
 */
export async function signPost(
  url: URL,
  digest: string,
  key: SigningKey,
  now: Date,
): Promise<Record<string, string>> {
  const date = now.toUTCString();
  const type = 'application/activity+json';
  const text = `(request-target): post ${url.pathname}${url.search}\nhost: ${url.host}\ndate: ${date}\ndigest: ${digest}\ncontent-type: ${type}`;
  const signature = await rsaSign(text, key.privateKey);
  return {
    date,
    digest,
    'content-type': type,
    signature: `keyId="${key.keyId}",algorithm="rsa-sha256",headers="(request-target) host date digest content-type",signature="${signature}"`,
  };
}

/** The headers of a signed GET. */
export async function signGet(
  url: URL,
  accept: string,
  key: SigningKey,
  now: Date,
): Promise<Record<string, string>> {
  const date = now.toUTCString();
  const text = `(request-target): get ${url.pathname}${url.search}\nhost: ${url.host}\ndate: ${date}\naccept: ${accept}`;
  const signature = await rsaSign(text, key.privateKey);
  return {
    date,
    signature: `keyId="${key.keyId}",algorithm="rsa-sha256",headers="(request-target) host date accept",signature="${signature}"`,
  };
}

/** Enough to keep every thread of Node's pool (4) busy, few enough that files and new connections find a turn in it. */
const SIGNING_AT_ONCE = 8;
const waiting: (() => void)[] = [];
let signing = 0;

/** In the thread pool of Node, so that several cores sign at once. */
function rsaSign(text: string, key: KeyObject): Promise<string> {
  return new Promise((done, fail) => {
    const start = () =>
      sign('sha256', Buffer.from(text), key, (error, signature) => {
        const next = waiting.shift();
        if (next) next();
        else signing -= 1;
        if (error) fail(error);
        else done(signature.toString('base64'));
      });
    if (signing >= SIGNING_AT_ONCE) {
      waiting.push(start);
    } else {
      signing += 1;
      start();
    }
  });
}

/** A request as it came, before any parsing. Header names in lower case. */
export interface SignedRequest {
  method: string;
  /** path and query as sent */
  target: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer | null;
}

export interface ParsedSignature {
  keyId: string;
  algorithm: string;
  headers: string[];
  signature: Buffer;
  /** seconds since 1970, as written */
  created: string | undefined;
  expires: string | undefined;
}

const SIGNATURE_MAX = 4_096;

/** Reads a draft-cavage Signature header. @returns null when there is none or it is malformed */
export function parseSignature(header: string | string[] | undefined): ParsedSignature | null {
  if (typeof header !== 'string' || header.length > SIGNATURE_MAX) return null;
  const params: Record<string, string> = {};
  for (const match of header.matchAll(/([a-zA-Z]+)=(?:"([^"]*)"|(\d+))/g)) {
    const name = match[1] as string;
    if (params[name] !== undefined) return null;
    params[name] = match[2] ?? match[3] ?? '';
  }
  const { keyId, signature, algorithm = 'hs2019', headers = '(created)' } = params;
  if (!keyId || !signature) return null;
  return {
    keyId,
    algorithm: algorithm.toLowerCase(),
    headers: headers.toLowerCase().split(' '),
    signature: Buffer.from(signature, 'base64'),
    created: params.created,
    expires: params.expires,
  };
}

/** How far a request's time may be from ours, in milliseconds: an hour either way. */
const WINDOW_MS = 3_600_000;

export type Fault = 'components' | 'digest' | 'date' | 'signature';

/**
 * Checks what does not need the key: that the right parts are signed, that the digest is the body's, that the time fits.
 * The time is the Date header or, with `hs2019`, the `created` of the signature.
 * @returns the first fault, null when all is well
 */
export function checkRequest(request: SignedRequest, signature: ParsedSignature, now: Date): Fault | null {
  const { algorithm, headers } = signature;
  const covers = (name: string) => headers.includes(name);
  if (algorithm !== 'rsa-sha256' && algorithm !== 'hs2019') return 'signature';
  if (!covers('(request-target)') || !covers('host') || (request.body !== null && !covers('digest')))
    return 'components';
  if (new Set(headers).size !== headers.length) return 'components';
  if (request.body !== null && !isDigestOf(request.headers.digest, request.body)) return 'digest';
  const pseudo = covers('(created)') || covers('(expires)');
  if (pseudo && algorithm !== 'hs2019') return 'components';
  if (covers('(expires)') && !(Number(signature.expires) * 1000 >= now.getTime() - WINDOW_MS)) return 'date';
  if (covers('date')) return isTimely(request.headers.date, now) ? null : 'date';
  if (!covers('(created)')) return 'components';
  return Math.abs(Number(signature.created) * 1000 - now.getTime()) <= WINDOW_MS ? null : 'date';
}

/** A Digest header may carry `sha-256` in another case or several algorithms: one SHA-256 must be there and right. */
function isDigestOf(header: string | string[] | undefined, body: Buffer): boolean {
  if (typeof header !== 'string' || header.length > 1_000) return false;
  const digest = digestOf(body);
  if (header === digest) return true;
  const sums = header
    .split(',')
    .map((part) => part.trim())
    .filter((part) => /^sha-256=/i.test(part));
  return sums.length === 1 && `SHA-256=${sums[0]?.slice('sha-256='.length)}` === digest;
}

export function isTimely(date: string | string[] | undefined, now: Date): boolean {
  if (typeof date !== 'string') return false;
  const time = Date.parse(date);
  return Number.isFinite(time) && Math.abs(time - now.getTime()) <= WINDOW_MS;
}

/** True when the signature is this key's. Some old servers sign the path without its query: that is accepted too. */
export function verifySignature(request: SignedRequest, signature: ParsedSignature, key: KeyObject): boolean {
  const targets = [request.target];
  const query = request.target.indexOf('?');
  if (query !== -1) targets.push(request.target.slice(0, query));
  return targets.some((target) => {
    const lines: string[] = [];
    for (const name of signature.headers) {
      const value = pseudoHeader(name, request.method, target, signature) ?? request.headers[name];
      if (typeof value !== 'string') return false;
      lines.push(`${name}: ${value}`);
    }
    return verify('sha256', Buffer.from(lines.join('\n')), key, signature.signature);
  });
}

function pseudoHeader(
  name: string,
  method: string,
  target: string,
  signature: ParsedSignature,
): string | undefined {
  if (name === '(request-target)') return `${method.toLowerCase()} ${target}`;
  if (name === '(created)') return signature.created;
  return name === '(expires)' ? signature.expires : undefined;
}
