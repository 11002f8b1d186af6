import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Frame } from '../kit/frame.ts';

declare module 'express-session' {
  interface SessionData {
    /** who is signed in; a session has either this or the next one */
    actorId: string;
    /** who gave the right password and is suspended: they see the page about that, and are nobody everywhere else */
    suspendedId: string;
    /** milliseconds since 1970, when the thirty days last began anew */
    renewedAt: number;
    /** what the last action did, shown on the next page */
    flash: Frame['flash'];
  }
}

const DAY_MS = 86_400_000;
const LASTS_MS = 30 * DAY_MS;

export interface SessionOptions {
  sessions: session.Store;
  secret: string;
  /** true where the site's address is https */
  secureCookies: boolean;
  /** one for each district, since cookies know no ports */
  cookieName: string;
}

/** Sessions of signed-in people, kept in the database. Nobody else gets a cookie. */
export function sessions(options: SessionOptions): RequestHandler {
  const handler = session({
    store: options.sessions,
    secret: options.secret,
    name: options.cookieName,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: options.secureCookies, maxAge: LASTS_MS, path: '/' },
  });
  return (request, response, next) => {
    // Our configured address says whether readers come over https, whatever a proxy in front forgot to tell.
    Object.defineProperty(request, 'secure', { value: options.secureCookies, configurable: true });
    handler(request, response, next);
  };
}

/** Signs somebody in: a new session with a new id. */
export async function startSession(request: Request, actorId: string, now: Date): Promise<void> {
  await done((callback) => request.session.regenerate(callback));
  request.session.actorId = actorId;
  request.session.renewedAt = now.getTime();
  await done((callback) => request.session.save(callback));
}

/** Lets somebody who is suspended see why, and nothing else: a new session with a new id. */
export async function startSuspendedSession(request: Request, actorId: string): Promise<void> {
  await done((callback) => request.session.regenerate(callback));
  request.session.suspendedId = actorId;
  request.session.cookie.maxAge = DAY_MS;
  await done((callback) => request.session.save(callback));
}

/** Signs out here: the session and its cookie are gone. */
export async function endSession(request: Request): Promise<void> {
  if (request.session) await done((callback) => request.session.destroy(callback));
  forgetCookie(request);
}

/** Takes back the cookie of a session that is no longer there, if the browser has one: such visitors carry none. */
export function forgetCookie(request: Request): void {
  const { name, secure } = request.app.get('session cookie') as { name: string; secure: boolean };
  if (!sessionCookieFinder(name)(request.headers.cookie)) return;
  request.res?.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure, path: '/' });
}

/** Lets the thirty days begin anew, once a day at most: each time is a write. */
export function renewSession(request: Request, now: Date): void {
  if (now.getTime() - (request.session.renewedAt ?? 0) > DAY_MS) request.session.renewedAt = now.getTime();
}

/** Finds the session cookie in a raw Cookie header without reading the session. */
export function sessionCookieFinder(cookieName: string): (header: string | undefined) => boolean {
  const pattern = new RegExp(`(?:^|;\\s*)${cookieName.replace(/[^\w-]/g, '\\$&')}=`);
  return (header) => header !== undefined && pattern.test(header);
}

function done(start: (callback: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => start((error) => (error ? reject(error) : resolve())));
}
