import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Long enough for connections in use to end with their next answer, so that none is closed under a request. */
const DRAIN_MS = 250;
/** Answers that take longer than this are cut. */
const PATIENCE_MS = 5_000;

/** The port of a node, with the bounds of reliability: slow or silent clients are cut, their number is bounded. */
export interface HttpServer {
  /** @returns the port, also when 0 was given @throws Error `EADDRINUSE` */
  listen(port: number, host: string): Promise<number>;
  /** Answers what has come, takes nothing new, and lets go of every connection. */
  close(): Promise<void>;
}

export function openHttpServer(app: RequestListener): HttpServer {
  let closing = false;
  const bounds = {
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: 5_000,
  };
  const server = createServer(bounds, (request, response) => {
    // tells the client, and a proxy, that the next request needs another connection
    if (closing) response.shouldKeepAlive = false;
    app(request, response);
  });
  server.maxConnections = 10_000;
  const isOpen = () =>
    new Promise<boolean>((done) => server.getConnections((_error, count) => done((count ?? 0) > 0)));
  return {
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
