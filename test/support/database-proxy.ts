import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a database that can be cut, as when its server goes down or a cable is pulled. */
export interface DatabaseProxy {
  /** the database's address, by this way */
  url: string;
  /** every connection breaks, and new ones are refused */
  cut(): Promise<void>;
  /** the way is open again, at the same address */
  mend(): Promise<void>;
}

/** @param databaseUrl a TCP address or, in `?host=`, the folder of a Unix socket */
export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const folder = target.searchParams.get('host');
  const port = Number(target.port || 5432);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = folder ? connect(`${folder}/.s.PGSQL.${port}`) : connect(port, target.hostname);
    near.pipe(far).pipe(near);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      // a broken connection is what this is for
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  const listen = (at: number) => new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const url = new URL(databaseUrl);
  url.search = '';
  url.hostname = '127.0.0.1';
  url.port = String(own);
  return {
    url: url.href,
    async cut() {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(own),
  };
}
