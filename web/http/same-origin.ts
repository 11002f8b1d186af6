import type { Request, RequestHandler } from 'express';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Sent by a page that is not ours. */
export class OtherSite extends Error {}

/**
 * True when a request that changes something was sent by one of our own pages. Browsers say so in `Sec-Fetch-Site`
 * (Fetch Metadata Request Headers), older ones and those on plain http in `Origin`; a page elsewhere can set neither.
 */
function isFromOurPages(request: Request, origin: string): boolean {
  if (READING.has(request.method)) return true;
  // mail programs press the button of RFC 8058 by themselves; the address carries its own proof
  if (request.path.startsWith('/mail/stop/')) return true;
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return request.get('origin') === origin;
}

/** @param origin ours, `https://host` */
export const onlyFromOurPages = (origin: string): RequestHandler => {
  return (request, _response, next) => next(isFromOurPages(request, origin) ? undefined : new OtherSite());
};
