import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to the database that can be cut and mended: what a node sees when its database goes away. */
export interface Cable {
  /** the database's address through the cable */
  url: string;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** @param url of a database on a socket of this machine, as `freshDatabase` gives it */
export async function cableTo(url: string): Promise<Cable> {
  const address = new URL(url);
  const far = `${address.searchParams.get('host')}/.s.PGSQL.${address.searchParams.get('port') ?? 5432}`;
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    const ends = [near, connect(far)] as const;
    for (const end of ends) {
      sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        sockets.delete(end);
        for (const other of ends) other.destroy();
      });
    }
    if (whole) near.pipe(ends[1]).pipe(near);
    else near.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address.search = '';
  address.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = () => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  const mend = () => {
    whole = true;
  };
  const close = async () => {
    cut();
    await new Promise((done) => server.close(done));
  };
  return { url: address.href, cut, mend, close };
}
