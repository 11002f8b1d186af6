import type { Request, RequestHandler, Response } from 'express';
import type { Answer, PublicCache } from '../../server/reads/public-cache.ts';
import { languageOf } from './language.ts';
import { themeOf } from './theme.ts';

/** What pages for everybody say to caches: a burst of readers from a server that linked to them costs one answer. */
export const FOR_EVERYBODY = 'public, max-age=15, stale-if-error=3600';
export const FOR_ONE = 'private, no-store';
export const VARY = 'Accept, Accept-Language, Cookie';

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

const ready = new WeakMap<Answer, Record<string, string | number>>();

/** Sends a finished answer, or 304 when the reader has it already (RFC 9110, If-None-Match). */
export function sendAnswer(
  request: Request,
  response: Response,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
): void {
  let all = ready.get(answer);
  if (!all) {
    const own = { 'Cache-Control': answer.cacheControl, ETag: answer.etag, Vary: VARY };
    all = { ...headers, ...own, 'Content-Type': answer.type, 'Content-Length': answer.body.length };
    ready.set(answer, all);
  }
  const known = request.headers['if-none-match'];
  if (known?.includes(answer.etag)) {
    const { 'Content-Type': _type, 'Content-Length': _length, ...rest } = all;
    response.writeHead(304, rest).end();
  } else {
    response.writeHead(answer.status, all);
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  }
}
