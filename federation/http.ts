import { type Request, type Response, Router } from 'express';
import { isId } from '../server/domain/ids.ts';
import { isDatabaseAway } from '../server/reads/database-away.ts';
import { answerOf, type Loaded } from '../server/reads/public-cache.ts';
import { namedByPath, namedByUri } from '../server/reads/wire-addresses.ts';
import { authorizedFetch } from './authorized-fetch.ts';
import {
  ACTOR_COLLECTIONS,
  type ActorCollection,
  activityDocument,
  actorCollection,
  namedDocument,
  OBJECT_COLLECTIONS,
  type ObjectCollection,
  objectCollection,
  stampDocument,
} from './documents.ts';
import { inboxRoutes } from './inbox-route.ts';
import { loadNodeinfo, nodeinfoIndex } from './nodeinfo.ts';
import type { Office } from './office.ts';
import { leadToPage } from './page-of-id.ts';
import { notePageReader, noteReader } from './readers.ts';
import { sendAnswer, sendUnavailable } from './respond.ts';
import { TEACHING_PRACTICE } from './translate/context.ts';
import { hostMeta, webfinger } from './webfinger.ts';

/** Does the asker want ActivityPub rather than a page? `*` alone is a browser or a tool that wants the page. */
export function wantsActivityPub(accept: string | undefined): boolean {
  return (
    accept !== undefined &&
    (accept.includes('application/activity+json') ||
      (accept.includes('application/ld+json') && accept.includes('activitystreams')))
  );
}

/** Is the asker a browser? Servers that take pages too name ActivityPub beside them, and get that. */
function wantsPage(accept: string | undefined): boolean {
  return accept?.includes('text/html') === true && !wantsActivityPub(accept);
}

/** Everything of the node that speaks ActivityPub over HTTP, mounted before the pages. */
export function federationRouter(office: Office): Router {
  const router = Router({ caseSensitive: true });
  const { origin } = office.ctx;

  /** A cached document, or 404; trouble is 503. */
  const serve = async (
    request: Request,
    response: Response,
    key: string,
    load: () => Promise<Loaded | null>,
    send = sendAnswer,
  ): Promise<void> => {
    const fresh = office.cache.peek(key);
    if (fresh) return send(request, response, fresh);
    try {
      send(
        request,
        response,
        await office.cache.get(key, async () => (await load()) ?? notFound(), isDatabaseAway),
      );
    } catch (error) {
      sendUnavailable(response, error);
    }
  };

  // what cannot be an id of ours is nowhere: it is not even looked for
  router.param('id', (_request, response, next, id: string) => (isId(id) ? next() : nothingHere(response)));

  router.get('/.well-known/webfinger', (request, response) => webfinger(office, request, response));
  router.get('/.well-known/host-meta', (_request, response) => hostMeta(origin, response));
  router.get('/.well-known/nodeinfo', (_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'public, max-age=3600');
    response.json(nodeinfoIndex(origin));
  });
  router.get('/nodeinfo/:version', (request, response, next) => {
    const { version } = request.params;
    if (version !== '2.0' && version !== '2.1') return next();
    return serve(request, response, `nodeinfo ${version}`, () => loadNodeinfo(office, version));
  });
  router.get('/ns/teaching-practice/v1', (_request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('cache-control', 'public, max-age=86400');
    response.type('application/ld+json').send(JSON.stringify({ '@context': TEACHING_PRACTICE }));
  });

  router.get('/ap/actor', (request, response) =>
    serve(request, response, '/ap/actor', async () =>
      namedDocument(office, await namedByPath(office.ctx.db, '/about')),
    ),
  );
  router.get('/ap/actor/:collection', (request, response) => {
    const name = request.params.collection as ActorCollection;
    return serve(request, response, `/ap/actor/${name}`, async () => {
      const named = await namedByPath(office.ctx.db, '/about');
      return ACTOR_COLLECTIONS.includes(name) && !name.startsWith('featured') && named?.kind === 'actor'
        ? actorCollection(office, named.id, name, null)
        : null;
    });
  });
  const actorAt = (id: string) => () => namedDocument(office, { kind: 'actor', id });
  const objectAt = (uri: string) => async () => namedDocument(office, await namedByUri(office.ctx.db, uri));
  // who got nothing is not noted: a take-back would tell them that there was something
  const sendAndNote =
    (uri: string): typeof sendAnswer =>
    (request, response, answer) => {
      if (answer.status === 200) noteReader(office, request, uri);
      sendAnswer(request, response, answer);
    };
  // people come by ids too, where another server shows them those
  router.get(['/ap/actors/:id', '/ap/objects/:id'], (request, response, next) => {
    if (!wantsPage(request.headers.accept)) return next();
    const { path } = request;
    const load = path.startsWith('/ap/actors/')
      ? actorAt(request.params.id as string)
      : objectAt(`${origin}${path}`);
    return serve(request, response, path, load, leadToPage);
  });
  // from here on a district may ask for signatures
  const guard = authorizedFetch(office);
  // Express skips a mount whose match does not end before a slash
  router.use(/^\/ap\/(?:actors|objects)(?=\/)/, guard);
  router.get('/ap/actors/:id', (request, response) =>
    serve(request, response, request.path, actorAt(request.params.id)),
  );
  router.get('/ap/actors/:id/:collection', (request, response, next) => {
    const name = request.params.collection as ActorCollection;
    if (!ACTOR_COLLECTIONS.includes(name)) return next();
    const page = typeof request.query.page === 'string' ? request.query.page : null;
    if (page !== null && page !== 'first' && !isId(page)) return next();
    return serve(request, response, `${request.path}?${page ?? ''}`, () =>
      actorCollection(office, request.params.id, name, page),
    );
  });
  router.get('/ap/objects/:id', (request, response) => {
    const uri = `${origin}/ap/objects/${request.params.id}`;
    return serve(request, response, request.path, objectAt(uri), sendAndNote(uri));
  });
  router.get('/ap/objects/:id/activities/:verb', (request, response) => {
    const uri = `${origin}/ap/objects/${request.params.id}`;
    const activity = async () =>
      activityDocument(
        office,
        `${uri}/activities/${request.params.verb}`,
        await namedByUri(office.ctx.db, uri),
      );
    return serve(request, response, request.path, activity, sendAndNote(uri));
  });
  router.get('/ap/objects/:id/stamps/:stamp', (request, response) => {
    const uri = `${origin}/ap/objects/${request.params.id}`;
    return serve(request, response, request.path, async () =>
      stampDocument(office, `${uri}/stamps/${request.params.stamp}`, await namedByUri(office.ctx.db, uri)),
    );
  });
  router.get('/ap/objects/:id/:collection', (request, response, next) => {
    const name = request.params.collection as ObjectCollection;
    if (!OBJECT_COLLECTIONS.includes(name)) return next();
    const asked = name === 'tries' ? request.query.page : undefined;
    const page = typeof asked === 'string' ? asked : null;
    if (page !== null && !/^(first|[1-9]\d{0,6})$/.test(page)) return next();
    return serve(request, response, page === null ? request.path : `${request.path}?${page}`, async () =>
      objectCollection(
        office,
        await namedByUri(office.ctx.db, `${origin}/ap/objects/${request.params.id}`),
        name,
        page,
      ),
    );
  });

  const inbox = inboxRoutes(office);
  router.post(
    '/ap/inbox',
    inbox(async () => null),
  );
  router.post(
    '/ap/actors/:id/inbox',
    inbox(async (request) => request.params.id as string),
  );
  router.post(
    '/ap/actor/inbox',
    inbox(async () => {
      const named = await namedByPath(office.ctx.db, '/about');
      return named?.kind === 'actor' ? named.id : undefined;
    }),
  );
  router.use('/ap', (_request, response) => nothingHere(response));

  // a page's address answers ActivityPub too, with the same bytes as the id
  router.get(
    /^\/(?:$|about$|district$|@[^@]+$)/,
    (request, response, next) => {
      if (!wantsActivityPub(request.headers.accept)) return next();
      guard(request, response, next);
    },
    (request, response, next) => {
      if (!wantsActivityPub(request.headers.accept)) return next();
      const load = async () => namedDocument(office, await namedByPath(office.ctx.db, request.path));
      return serve(request, response, `page ${request.path}`, load, (asked, sent, answer) => {
        sendAnswer(asked, sent, answer);
        notePageReader(office, asked, answer);
      });
    },
  );
  return router;
}

function nothingHere(response: Response): void {
  response.setHeader('cache-control', 'no-store');
  response.status(404).type('text/plain').send('Nothing here.');
}

function notFound(): Loaded {
  // an empty answer is not kept for long: what is missing now may be published in a minute
  return {
    answer: answerOf(404, 'text/plain; charset=utf-8', 'There is nothing here, or not for you.', 'no-cache'),
    tags: [],
    keep: false,
  };
}
