import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * draft-cavage HTTP signatures as a foreign server makes and checks them: written apart from the node's own code,
 * and as strict as Mastodon (signed_request.rb).
 */

export interface CavageKey {
  id: string;
  privateKey: KeyObject;
}

export const digestOf = (body: string | Buffer): string =>
  `SHA-256=${createHash('sha256').update(body).digest('base64')}`;

export interface SignOptions {
  /** the time in the Date header, default now */
  at?: Date;
  /** which parts to cover, default what Mastodon covers */
  cover?: string[];
  /** overrides of the headers that are sent and signed */
  headers?: Record<string, string>;
  algorithm?: string;
  /** the older way to say when: parameters of the signature, in seconds since 1970 */
  created?: number;
  expires?: number;
  /** left out of what is sent, though it is signed */
  without?: string[];
}

/** The headers of a signed request. */
export function signedHeaders(
  method: 'GET' | 'POST',
  url: URL,
  body: string | Buffer | null,
  key: CavageKey,
  options: SignOptions = {},
): Record<string, string> {
  const headers: Record<string, string> = {
    host: url.host,
    date: (options.at ?? new Date()).toUTCString(),
    ...(body === null ? {} : { digest: digestOf(body), 'content-type': 'application/activity+json' }),
    ...options.headers,
  };
  const cover =
    options.cover ??
    (body === null
      ? ['(request-target)', 'host', 'date']
      : ['(request-target)', 'host', 'date', 'digest', 'content-type']);
  const times = Object.entries({ created: options.created, expires: options.expires }).filter(
    ([, time]) => time !== undefined,
  );
  const pseudo = Object.fromEntries(times.map(([name, time]) => [`(${name})`, String(time)]));
  const text = signingText(cover, method, url.pathname + url.search, { ...headers, ...pseudo });
  const signature = sign('sha256', Buffer.from(text), key.privateKey).toString('base64');
  const parameters = [
    `keyId="${key.id}"`,
    `algorithm="${options.algorithm ?? 'rsa-sha256'}"`,
    ...times.map(([name, time]) => `${name}=${time}`),
    `headers="${cover.join(' ')}"`,
    `signature="${signature}"`,
  ];
  const sent = Object.entries(headers).filter(
    ([name]) => name !== 'host' && !options.without?.includes(name),
  );
  return { ...Object.fromEntries(sent), signature: parameters.join(',') };
}

function signingText(
  cover: string[],
  method: string,
  target: string,
  headers: IncomingHttpHeaders | Record<string, string>,
) {
  return cover
    .map((name) =>
      name === '(request-target)'
        ? `${name}: ${method.toLowerCase()} ${target}`
        : `${name}: ${headers[name]}`,
    )
    .join('\n');
}

export interface ReceivedRequest {
  method: string;
  target: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** The key id that a request names. */
export function keyIdOf(headers: IncomingHttpHeaders): string | null {
  return parse(headers.signature).keyId ?? null;
}

function parse(header: string | string[] | undefined): Record<string, string> {
  if (typeof header !== 'string') return {};
  return Object.fromEntries(
    header.split(/,(?=[a-zA-Z]+=)/).map((part) => {
      const [name = '', value = ''] = part.split(/=(.*)/s);
      return [name, value.replace(/^"(.*)"$/, '$1')];
    }),
  );
}

const HOUR = 3_600_000;

/**
 * Checks a request against the key that its signature names.
 * @returns what is wrong, null when nothing is
 */
export function faultOf(request: ReceivedRequest, pem: string, now = new Date()): string | null {
  const { algorithm, headers: list, signature } = parse(request.headers.signature);
  if (!signature || !list) return 'no signature';
  if (algorithm !== 'rsa-sha256') return `algorithm ${algorithm}`;
  const cover = list.split(' ');
  const isPost = request.method === 'POST';
  for (const name of ['(request-target)', 'host', 'date', ...(isPost ? ['digest'] : [])])
    if (!cover.includes(name)) return `${name} is not signed`;
  if (isPost && request.headers.digest !== digestOf(request.body))
    return 'the digest is not that of the body';
  const at = Date.parse(request.headers.date ?? '');
  // created at most an hour ahead; good for five minutes, and an hour for clocks that are wrong
  if (!(at <= now.getTime() + HOUR && at + 300_000 + HOUR >= now.getTime()))
    return 'the date is out of the window';
  const text = signingText(cover, request.method, request.target, request.headers);
  return verify('sha256', Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'base64'))
    ? null
    : 'the signature does not match';
}
