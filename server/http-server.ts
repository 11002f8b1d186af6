import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BodyDeadlines, bodyDeadline } from './body-deadline.ts';

/** Long enough for connections in use to end with their next answer, so that none is closed under a request. */
const DRAIN_MS = 250;
/** Answers that take longer than this are cut. */
const PATIENCE_MS = 5_000;

/** How long clients may take, in milliseconds. */
export interface HttpBounds extends BodyDeadlines {
  /** for the headers; 408 */
  headersMs: number;
  /** for a whole request, whatever it is: the last bound; 408 */
  requestMs: number;
  /** how often connections are looked through for these two */
  checkMs: number;
}

const BOUNDS: HttpBounds = {
  headersMs: 10_000,
  bodyMs: 15_000,
  uploadMs: 120_000,
  requestMs: 150_000,
  checkMs: 5_000,
};

/** The port of a node, with the bounds of reliability: slow or silent clients are cut, their number is bounded. */
export interface HttpServer {
  /** the bounds that hold */
  bounds: HttpBounds;
  /** @returns the port, also when 0 was given @throws Error `EADDRINUSE` */
  listen(port: number, host: string): Promise<number>;
  /** Answers what has come, takes nothing new, and lets go of every connection. */
  close(): Promise<void>;
}

/** @param shorter bounds, for tests */
export function openHttpServer(app: RequestListener, shorter: Partial<HttpBounds> = {}): HttpServer {
  let closing = false;
  const bounds = { ...BOUNDS, ...shorter };
  const limitBody = bodyDeadline(bounds);
  const timeouts = {
    headersTimeout: bounds.headersMs,
    requestTimeout: bounds.requestMs,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: bounds.checkMs,
  };
  const server = createServer(timeouts, (request, response) => {
    // tells the client, and a proxy, that the next request needs another connection
    if (closing) response.shouldKeepAlive = false;
    limitBody(request, response);
    app(request, response);
  });
  server.maxConnections = 10_000;
  const isOpen = () =>
    new Promise<boolean>((done) => server.getConnections((_error, count) => done((count ?? 0) > 0)));
  return {
    bounds: { ...bounds, headersMs: server.headersTimeout, requestMs: server.requestTimeout },
    async listen(port, host) {
      await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
      return (server.address() as AddressInfo).port;
    },
    async close() {
      closing = true;
      if (await isOpen()) await sleep(DRAIN_MS);
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeIdleConnections();
      const forced = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
      await closed;
      clearTimeout(forced);
    },
  };
}
