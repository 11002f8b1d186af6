import type { RequestHandler } from 'express';
import { Refusal } from '../../server/domain/refusal.ts';
import { localPath } from './local-path.ts';

/** One address for one page: slashes at the end lead to it without. Addresses with a NUL in them name nothing. */
export const tidyAddress: RequestHandler = (request, response, next) => {
  if (/%00/.test(request.originalUrl)) throw new Refusal('not-found', 'not-found');
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (!reading || request.path === '/' || !request.path.endsWith('/')) return next();
  const query = request.originalUrl.slice(request.originalUrl.indexOf('?') >>> 0);
  response.redirect(301, localPath(request.path.replace(/\/+$/, '') + query));
};
