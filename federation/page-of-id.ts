import type { Request, Response } from 'express';
import type { Answer } from '../server/reads/public-cache.ts';
import { sendAnswer } from './respond.ts';

/**
 * Leads a browser from an id to its page: some servers show people the id where a link belongs. What its document
 * does not show has no page either; a browser is told so in words.
 * @param answer the document, as servers get it
 */
export function leadToPage(request: Request, response: Response, answer: Answer): void {
  const { url } = answer.status === 200 ? (JSON.parse(answer.body.toString()) as { url?: unknown }) : {};
  response.setHeader('vary', 'Accept');
  response.setHeader('cache-control', answer.cacheControl);
  if (typeof url === 'string') response.redirect(303, url);
  else if (answer.status === 410) response.status(410).type('text/plain').send('This was taken back.');
  else sendAnswer(request, response, answer);
}
