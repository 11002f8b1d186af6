import type { Request, RequestHandler, Response } from 'express';
import { isDatabaseAway } from '../../server/reads/database-away.ts';
import { type Answer, answerOf } from '../../server/reads/public-cache.ts';
import { renderPage } from '../kit/render.ts';
import { cacheKey, FOR_EVERYBODY, FOR_ONE, sendAnswer, VARY } from './cached-pages.ts';
import { askedFromHere, encodingOf, packed } from './encoding.ts';
import type { Handler, Outcome, Web } from './visit.ts';
import type { Visitors } from './visitor.ts';

const HTML = 'text/html; charset=utf-8';

export interface AnswerOptions {
  web: Web;
  visitors: Visitors;
  headers: Readonly<Record<string, string>>;
  /** whether a Cookie header holds a session */
  hasSession(cookies: string | undefined): boolean;
}

/** Wraps a handler for Express: makes its visit, sends what it answers. */
export function answerWith(options: AnswerOptions, handler: Handler): RequestHandler {
  const { web, visitors } = options;
  const run = async (request: Request, response: Response): Promise<Outcome> => {
    const visit = await visitors.visitOf(request);
    // for the page about what went wrong, if something does
    response.locals.frame = visit.frame;
    return handler(visit);
  };
  return async (request, response) => {
    const key = options.hasSession(request.headers.cookie) ? null : cacheKey(request);
    if (key === null) return send(request, response, await run(request, response));
    const load = async () => {
      const outcome = await run(request, response);
      const kept = keepable(outcome);
      if (!kept) throw new NotKept(outcome);
      return kept;
    };
    try {
      sendAnswer(request, response, await web.cache.get(key, load, isDatabaseAway), options.headers);
    } catch (error) {
      if (!(error instanceof NotKept)) throw error;
      send(request, response, error.outcome);
    }
  };
}

/** Carries an outcome that is for one reader past the cache. */
class NotKept extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('not for the cache');
    this.outcome = outcome;
  }
}

/** Every page names the district, so all of them become stale with it. */
function keepable(outcome: Outcome): { answer: Answer; tags: readonly string[] } | null {
  if ('seeOther' in outcome || !outcome.tags) return null;
  if ('page' in outcome && (outcome.status ?? 200) !== 200) return null;
  const [type, body] = 'page' in outcome ? [HTML, renderPage(outcome.page)] : [outcome.type, outcome.text];
  return { answer: answerOf(200, type, body, FOR_EVERYBODY), tags: ['district', ...outcome.tags] };
}

/** Sends an outcome to the one who asked. */
export function send(request: Request, response: Response, outcome: Outcome): void {
  response.setHeader('Cache-Control', FOR_ONE);
  response.setHeader('Vary', VARY);
  if ('seeOther' in outcome) {
    if (outcome.flash && request.session?.actorId)
      request.session.flash = { ...outcome.flash, at: outcome.seeOther.split('#')[1] };
    response.status(303).setHeader('Location', outcome.seeOther).end();
    return;
  }
  const [type, text] = 'page' in outcome ? [HTML, renderPage(outcome.page)] : [outcome.type, outcome.text];
  if ('page' in outcome) response.status(outcome.status ?? 200);
  else if (outcome.download) response.attachment(outcome.download);
  const encoding = askedFromHere(request) ? encodingOf(request) : null;
  const plain = Buffer.from(text);
  const body = encoding ? packed(plain, encoding) : plain;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
