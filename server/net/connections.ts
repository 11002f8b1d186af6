import { type buildConnector, Client } from 'undici';
import { NetError } from './errors.ts';
import type { Limits } from './limits.ts';

/** One connection (or one about to be made), used for one request at a time. */
export interface Connection {
  readonly origin: string;
  readonly client: Client;
  connected: boolean;
}

/**
 * The connections of one district. Undici's own pool is not used since it opens a new connection whenever a
 * request is cut. What is kept is bounded: an idle connection closes after `keepAliveMs` and is forgotten,
 * and while `openSockets` are open none is kept after its answer.
 */
export class Connections {
  readonly #connector: buildConnector.connector;
  readonly #limits: Limits;
  readonly #all = new Set<Connection>();
  readonly #idle = new Map<string, Connection[]>();
  #closed = false;

  constructor(connector: buildConnector.connector, limits: Limits) {
    this.#connector = connector;
    this.#limits = limits;
  }

  /** Number of connections, and of origins with idle ones. */
  get kept(): { connections: number; origins: number } {
    return { connections: this.#all.size, origins: this.#idle.size };
  }

  /** A connection for one request: the one that was idle for the shortest time, or a new one. */
  take(origin: string): Connection {
    if (this.#closed) throw new NetError('connection', 'this district is stopping');
    const idle = this.#idle.get(origin);
    const connection = idle?.pop();
    if (idle?.length === 0) this.#idle.delete(origin);
    return connection ?? this.#open(origin);
  }

  /** After a complete answer: keeps the connection for the next request if there is room. */
  giveBack(connection: Connection): void {
    if (!connection.connected || this.#all.size > this.#limits.openSockets) {
      this.discard(connection);
      return;
    }
    const idle = this.#idle.get(connection.origin);
    if (idle) idle.push(connection);
    else this.#idle.set(connection.origin, [connection]);
  }

  /** Closes a connection, with whatever is still coming over it. */
  discard(connection: Connection): void {
    this.#all.delete(connection);
    void connection.client.destroy();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const clients = [...this.#all].map((connection) => connection.client);
    this.#all.clear();
    this.#idle.clear();
    await Promise.all(clients.map((client) => client.destroy()));
  }

  #open(origin: string): Connection {
    const limits = this.#limits;
    const client = new Client(origin, {
      connect: this.#connector,
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.headersMs,
      keepAliveTimeout: limits.keepAliveMs,
      keepAliveMaxTimeout: limits.keepAliveMs,
    });
    const connection: Connection = { origin, client, connected: false };
    client.on('connect', () => {
      connection.connected = true;
    });
    client.on('disconnect', () => {
      connection.connected = false;
      this.#forgetIdle(connection);
    });
    this.#all.add(connection);
    return connection;
  }

  #forgetIdle(connection: Connection): void {
    const idle = this.#idle.get(connection.origin);
    const index = idle?.indexOf(connection) ?? -1;
    if (!idle || index === -1) return;
    idle.splice(index, 1);
    if (idle.length === 0) this.#idle.delete(connection.origin);
    this.discard(connection);
  }
}
