import { getLogger } from '@logtape/logtape';
import type { Request, Response } from 'express';
import { isDatabaseAway } from '../server/reads/database-away.ts';
import type { Answer } from '../server/reads/public-cache.ts';

const log = getLogger(['ajar', 'federation']);

/** What is said about an answer; made when it is first sent, gone when the cache forgets it. */
const headersOf = new WeakMap<Answer, Record<string, string | number>>();

/** Sends a finished answer, or 304 when the asker has it already. */
export function sendAnswer(request: Request, response: Response, answer: Answer): void {
  let headers = headersOf.get(answer);
  if (!headers) {
    headers = {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': answer.cacheControl,
      Vary: 'Accept',
      ...(answer.status === 200 ? { ETag: answer.etag } : {}),
      'Content-Type': answer.type,
      'Content-Length': answer.body.length,
    };
    headersOf.set(answer, headers);
  }
  if (response.locals.onlyForAsker === true) {
    const ofAsker = { 'Cache-Control': 'private, no-store', Vary: 'Accept, Signature, Signature-Input' };
    headers = { ...headers, ...ofAsker };
  }
  if (answer.status === 200 && request.headers['if-none-match'] === answer.etag) {
    const { 'Content-Type': _type, 'Content-Length': _length, ...rest } = headers;
    response.writeHead(304, rest).end();
    return;
  }
  response.writeHead(answer.status, headers);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/**
 * Trouble on our side is 503, never 404 or 410: those make other servers delete what they hold.
 * Anything that is not the database being away is logged as a bug.
 */
export function sendUnavailable(response: Response, error: unknown): void {
  if (!isDatabaseAway(error)) log.error('an ActivityPub address failed: {error}', { error });
  if (response.headersSent) {
    response.end();
    return;
  }
  response.setHeader('cache-control', 'no-store');
  response.setHeader('retry-after', '60');
  response.status(503).type('text/plain').send('This node cannot answer just now. Please come again.');
}
