import { connect, type Socket } from 'node:net';
import { answering } from './support/child.ts';
import { Messages } from './support/wire.ts';

/** What to send, and how fast. */
export interface Load {
  port: number;
  /** whole requests as bytes, taken in turn */
  requests: Buffer[];
  connections: number;
  /** how many requests; or use `seconds` */
  total?: number;
  /** end after so many seconds */
  seconds?: number;
  /**
   * Requests a second, whether answers come or not (open loop): latencies count from the planned time.
   * Without it every connection sends its next request when the answer to the last one is there.
   */
  rate?: number;
  /** request i goes over connection i modulo `connections`, made when first needed */
  pinned?: boolean;
}

export interface LoadResult {
  /** milliseconds since 1970 */
  startedAt: number;
  /** milliseconds from the planned time to the whole answer, in order of completion */
  latencies: Float64Array;
  statuses: Record<string, number>;
  seconds: number;
  bytes: number;
}

/** A program that sends load: a process of its own, so that it measures from outside. */
answering<Load, LoadResult>(run);

class Connection {
  readonly #port: number;
  readonly #localAddress: string;
  #socket: Socket | null = null;
  #done: ((status: string, bytes: number) => void) | null = null;

  constructor(port: number, number: number) {
    this.#port = port;
    this.#localAddress = `127.1.${(number >> 7) & 127}.${(number & 127) + 1}`;
  }

  send(request: Buffer): Promise<{ status: string; bytes: number }> {
    return new Promise((resolve) => {
      this.#done = (status, bytes) => resolve({ status, bytes });
      (this.#socket ?? this.#open()).write(request);
    });
  }

  #open(): Socket {
    const socket = connect({
      port: this.#port,
      host: '127.0.0.1',
      localAddress: this.#localAddress,
      noDelay: true,
    });
    const messages = new Messages((head, body) => this.#end(head.first.slice(9, 12), body.length));
    socket.on('data', (chunk) => messages.take(chunk));
    socket.on('error', (error) => this.#lost(socket, (error as NodeJS.ErrnoException).code ?? 'error'));
    socket.on('close', () => this.#lost(socket, 'closed'));
    this.#socket = socket;
    return socket;
  }

  #lost(socket: Socket, why: string): void {
    if (this.#socket === socket) this.#socket = null;
    this.#end(why, 0);
  }

  #end(status: string, bytes: number): void {
    const done = this.#done;
    this.#done = null;
    done?.(status, bytes);
  }

  close(): void {
    this.#socket?.destroy();
  }
}

async function run(load: Load): Promise<LoadResult> {
  const connections = Array.from(
    { length: load.connections },
    (_, number) => new Connection(load.port, number),
  );
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  let bytes = 0;
  const startedAt = Date.now();
  const start = performance.now();
  const send = async (connection: Connection, index: number, planned: number) => {
    const answer = await connection.send(load.requests[index % load.requests.length] as Buffer);
    latencies.push(performance.now() - planned);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    bytes += answer.bytes;
  };
  if (load.rate === undefined) await closedLoop(load, connections, start, send);
  else await openLoop(load, load.rate, connections, start, send);
  const seconds = (performance.now() - start) / 1000;
  for (const connection of connections) connection.close();
  return { startedAt, latencies: Float64Array.from(latencies), statuses, seconds, bytes };
}

type Send = (connection: Connection, index: number, planned: number) => Promise<void>;

async function closedLoop(load: Load, connections: Connection[], start: number, send: Send): Promise<void> {
  let next = 0;
  const end = load.seconds === undefined ? Number.POSITIVE_INFINITY : start + load.seconds * 1000;
  const total = load.total ?? Number.POSITIVE_INFINITY;
  await Promise.all(
    connections.map(async (connection) => {
      while (next < total && performance.now() < end) await send(connection, next++, performance.now());
    }),
  );
}

async function openLoop(
  load: Load,
  rate: number,
  connections: Connection[],
  start: number,
  send: Send,
): Promise<void> {
  const total = load.total ?? Math.ceil(rate * (load.seconds ?? 1));
  const queues: number[][] = connections.map(() => []);
  const shared: number[] = [];
  const idle = new Set(connections.keys());
  let finished = 0;
  let planned = 0;
  await new Promise<void>((done) => {
    const serve = async (number: number) => {
      idle.delete(number);
      const own = load.pinned ? (queues[number] as number[]) : shared;
      for (let index = own.shift(); index !== undefined; index = own.shift()) {
        await send(connections[number] as Connection, index, start + (index / rate) * 1000);
        finished += 1;
      }
      idle.add(number);
      if (finished === total) done();
    };
    const plan = () => {
      const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
      for (; planned < due; planned++) {
        const number = load.pinned ? planned % connections.length : (idle.values().next().value ?? -1);
        if (load.pinned) queues[number]?.push(planned);
        else shared.push(planned);
        if (idle.has(number)) void serve(number);
      }
      if (planned < total) setTimeout(plan, 1);
    };
    plan();
  });
}
