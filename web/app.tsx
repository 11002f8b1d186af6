import express, { type Express } from 'express';
import { aboutRoutes } from './about/routes.tsx';
import { accountRoutes } from './account/routes.tsx';
import { adminRoutes } from './admin/routes.tsx';
import { districtRoutes } from './district/routes.tsx';
import { homeRoutes } from './home/routes.tsx';
import { answerWith } from './http/answer.ts';
import { cachedPages } from './http/cached-pages.ts';
import { errorPages, nothingHere } from './http/errors.tsx';
import { readForm } from './http/form-body.ts';
import { robots } from './http/robots.ts';
import { routesOn } from './http/routes.tsx';
import { onlyFromOurPages } from './http/same-origin.ts';
import { securityHeaders } from './http/security-headers.ts';
import { servePhoto } from './http/serve-photo.ts';
import { type SessionOptions, sessionCookieFinder, sessions } from './http/session.ts';
import { chooseTheme } from './http/theme.ts';
import { tidyAddress } from './http/tidy-address.ts';
import type { Web } from './http/visit.ts';
import { Visitors } from './http/visitor.ts';
import { interactRoutes } from './interact/routes.tsx';
import { asset, assetsHandler } from './kit/assets.ts';
import { lineageRoutes } from './lineage/routes.tsx';
import { moderationRoutes } from './moderation/routes.tsx';
import { notificationRoutes } from './notifications/routes.tsx';
import { paths } from './paths.ts';
import { peopleRoutes } from './people/routes.tsx';
import { photoRoutes } from './photos/photo-routes.tsx';
import { questionRoutes } from './questions/routes.tsx';
import { searchRoutes } from './search/routes.tsx';
import { setupRoutes } from './setup/routes.tsx';
import { storyRoutes } from './stories/routes.tsx';
import { tagRoutes } from './tags/routes.tsx';
import { thanksRoutes } from './thanks/routes.tsx';
import { tryRoutes } from './tries/routes.tsx';

/** The pages, noun by noun. */
const NOUNS = [
  homeRoutes,
  photoRoutes,
  lineageRoutes,
  storyRoutes,
  tryRoutes,
  thanksRoutes,
  questionRoutes,
  searchRoutes,
  tagRoutes,
  interactRoutes,
  peopleRoutes,
  districtRoutes,
  notificationRoutes,
  accountRoutes,
  moderationRoutes,
  adminRoutes,
  setupRoutes,
  aboutRoutes,
];

export interface WebOptions extends SessionOptions {
  /** how many proxies in front are ours */
  trustProxy: number;
}

/** All pages of a district, to be mounted at `/` after the addresses of other servers (ActivityPub, health). */
export function webApp(web: Web & WebOptions): Express {
  const https = web.ctx.origin.startsWith('https:');
  const headers = securityHeaders(https);
  const hasSession = sessionCookieFinder(web.cookieName);
  const visitors = new Visitors(web);
  const options = { web, visitors, headers, hasSession };

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', web.trustProxy);
  app.set('query parser', 'simple');
  app.set('session cookie', { name: web.cookieName, secure: web.secureCookies });

  app.use(cachedPages(web.cache, headers, hasSession));
  app.use((_request, response, next) => {
    response.setHeaders(new Map(Object.entries(headers)));
    next();
  });
  app.use(assetsHandler);
  app.get('/robots.txt', robots);
  // browsers ask for it beside pages that are not ours, such as feeds
  app.get('/favicon.ico', (_request, response) => response.redirect(302, asset('mark.svg')));
  app.use(tidyAddress);
  app.use(readForm, onlyFromOurPages(web.ctx.origin));
  app.post(paths.theme(), chooseTheme(web.secureCookies));
  app.use(sessions(web));

  app.get('/media/:token/:file', servePhoto(web));
  const routes = routesOn(app, options);
  for (const register of NOUNS) register(routes);

  app.use(answerWith(options, nothingHere));
  app.use(errorPages(visitors));
  return app;
}
