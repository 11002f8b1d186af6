import type { AddressInfo } from 'node:net';
import express from 'express';
import { answering } from './support/child.ts';

/** A route that does nothing but send these bytes. */
export interface BareRoute {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** Opens an Express server with nothing in it but the given routes. @returns its port */
answering<BareRoute[], { port: number }>(async (routes) => {
  const app = express();
  for (const { path, headers, body } of routes)
    app.get(path, (_request, response) => void response.writeHead(200, headers).end(body));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  return { port: (server.address() as AddressInfo).port };
});
