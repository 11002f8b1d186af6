import type { RequestHandler } from 'express';

/** Search engines are welcome to what is public; forms and the signed-in pages are of no use to them. */
const TEXT = `User-agent: *
Disallow: /write
Disallow: /settings
Disallow: /interact
Disallow: /join/
Disallow: /setup/
Disallow: /r/
Disallow: /search
`;

export const robots: RequestHandler = (_request, response) => {
  response.type('text/plain').set('Cache-Control', 'public, max-age=3600').send(TEXT);
};
