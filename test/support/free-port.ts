import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

/** A port that is free now on 127.0.0.1, and that `fetch` accepts. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((done) => server.close(() => done()));
  return port === 10_080 || (port >= 6_665 && port <= 6_669) ? freePort() : port;
}
