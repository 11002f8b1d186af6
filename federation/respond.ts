import type { Request, Response } from 'express';
import { getLogger } from '@logtape/logtape';
import type { Answer } from '../server/reads/public-cache.ts';
import { isDatabaseAway } from '../server/reads/database-away.ts';

const log = getLogger(['ajar', 'federation']);

/** Sends a finished answer, or 304 when the asker has it already. */
export function sendAnswer(request: Request, response: Response, answer: Answer): void {
  response.statusCode = answer.status;
  response.setHeader('access-control-allow-origin', '*');
  const onlyForAsker = response.locals.onlyForAsker === true;
  response.setHeader('cache-control', onlyForAsker ? 'private, no-store' : answer.cacheControl);
  response.setHeader('content-type', answer.type);
  response.setHeader('vary', onlyForAsker ? 'Accept, Signature, Signature-Input' : 'Accept');
  if (answer.status === 200) {
    response.setHeader('etag', answer.etag);
    if (request.headers['if-none-match'] === answer.etag) {
      response.statusCode = 304;
      response.removeHeader('content-type');
      response.end();
      return;
    }
  }
  response.setHeader('content-length', answer.body.length);
  if (request.method === 'HEAD') response.end();
  else response.end(answer.body);
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
  response.setHeader('retry-after', '60');
  response.status(503).type('text/plain').send('This node cannot answer just now. Please come again.');
}
