import type { Request, RequestHandler, Response } from 'express';
import type { Answer, PublicCache } from '../../server/reads/public-cache.ts';
import { type Encoding, encodingOf, packed } from './encoding.ts';
import { languageOf } from './language.ts';
import { themeOf } from './theme.ts';

/** What pages for everybody say to caches: a burst of readers from a server that linked to them costs one answer. */
export const FOR_EVERYBODY = 'public, max-age=15, stale-if-error=3600';
export const FOR_ONE = 'private, no-store';
export const VARY = 'Accept, Accept-Encoding, Accept-Language, Cookie';

const LONGEST_URL = 500;

/** Under which an anonymous page is kept; null when this request gets no kept page. */
export function cacheKey(request: Request): string | null {
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (!reading || request.originalUrl.length > LONGEST_URL) return null;
  return `page ${languageOf(request)} ${themeOf(request)} ${request.originalUrl}`;
}

/**
 * Answers people who are not signed in from the cache, before anything else is looked at.
 * @param hasSession whether a Cookie header holds a session
 */
export function cachedPages(
  cache: PublicCache,
  headers: Readonly<Record<string, string>>,
  hasSession: (cookies: string | undefined) => boolean,
): RequestHandler {
  return (request, response, next) => {
    const key = hasSession(request.headers.cookie) ? null : cacheKey(request);
    const answer = key === null ? null : cache.peek(key);
    if (answer) sendAnswer(request, response, answer, headers);
    else next();
  };
}

/** An answer in one form: its bytes and everything that is said about them. */
interface Variant {
  etag: string;
  headers: Record<string, string | number>;
  body: Buffer;
}

/** Forms are made when the first reader asks for one, and go when the cache forgets the answer. */
const ready = new WeakMap<Answer, Map<Encoding | null, Variant>>();

/** Sends a finished answer, or 304 when the reader has it already (RFC 9110, If-None-Match). */
export function sendAnswer(
  request: Request,
  response: Response,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  const variant = variantOf(answer, encodingOf(request), headers);
  const known = request.headers['if-none-match'];
  if (known?.includes(variant.etag)) {
    const { 'Content-Type': _t, 'Content-Length': _l, 'Content-Encoding': _e, ...rest } = variant.headers;
    response.writeHead(304, rest).end();
  } else {
    response.writeHead(answer.status, variant.headers);
    response.end(request.method === 'HEAD' ? undefined : variant.body);
  }
}

function variantOf(
  answer: Answer,
  encoding: Encoding | null,
  headers: Readonly<Record<string, string>>,
): Variant {
  let variants = ready.get(answer);
  if (!variants) {
    variants = new Map();
    ready.set(answer, variants);
  }
  let variant = variants.get(encoding);
  if (!variant) {
    variant = makeVariant(answer, encoding, headers);
    variants.set(encoding, variant);
  }
  return variant;
}

/** Each form has an ETag of its own, since the bytes differ (RFC 9110, 8.8.3). */
function makeVariant(
  answer: Answer,
  encoding: Encoding | null,
  headers: Readonly<Record<string, string>>,
): Variant {
  const body = encoding ? packed(answer.body, encoding) : answer.body;
  const etag = encoding ? answer.etag.replace(/"$/, `-${encoding}"`) : answer.etag;
  const own = { 'Cache-Control': answer.cacheControl, ETag: etag, Vary: VARY };
  const about = { 'Content-Type': answer.type, 'Content-Length': body.length };
  const packing: Record<string, string> = encoding ? { 'Content-Encoding': encoding } : {};
  return { etag, body, headers: { ...headers, ...own, ...packing, ...about } };
}
