import { connect, createServer, type Socket } from 'node:net';

/** As little of a load balancer as there can be. */
export interface Proxy {
  /** new connections go elsewhere from now on; those there are go on */
  takeOut(backend: number): void;
  putIn(backend: number): void;
  close(): Promise<void>;
}

/** @param port where clients come @param backends ports of processes that take them by turns */
export async function openProxy(port: number, backends: readonly number[]): Promise<Proxy> {
  const live = new Set(backends);
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    const choice = [...live];
    turn += 1;
    const backend = connect(choice[turn % choice.length] as number, '127.0.0.1');
    for (const [one, other] of [
      [client, backend],
      [backend, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.end();
      });
    }
    client.pipe(backend).pipe(client);
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  return {
    takeOut: (backend) => void live.delete(backend),
    putIn: (backend) => void live.add(backend),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
