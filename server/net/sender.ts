import { guardedConnector, type Lookup, localLookup, publicLookup } from './connect.ts';
import { Connections } from './connections.ts';
import type { Deadline } from './deadline.ts';
import { type Answer, exchange, type Reader } from './exchange.ts';
import type { Guard } from './guard.ts';
import type { Limits } from './limits.ts';
import { Slots } from './slots.ts';

export interface Outgoing {
  method: string;
  /** names in lower case */
  headers: Record<string, string>;
  body: Uint8Array | string | null;
}

/** Sends single requests: a slot for the origin, a connection, the exchange. */
export class Sender {
  readonly #limits: Limits;
  readonly #userAgent: string;
  readonly #gets: Slots;
  readonly #posts: Slots;
  readonly #connections: Connections;

  constructor(guard: Guard, limits: Limits, userAgent: string, lookup?: Lookup) {
    this.#limits = limits;
    this.#userAgent = userAgent;
    this.#gets = new Slots(limits.getsPerOrigin);
    this.#posts = new Slots(limits.postsPerOrigin);
    const resolve = lookup ?? (guard.localNames ? localLookup : publicLookup(limits));
    this.#connections = new Connections(guardedConnector(guard, limits, resolve), limits);
  }

  /** How much is remembered at the moment: connections, and origins in any list. */
  get kept(): { connections: number; origins: number } {
    const { connections, origins } = this.#connections.kept;
    return { connections, origins: origins + this.#gets.size + this.#posts.size };
  }

  /**
   * Sends one request to a checked URL and reads the answer as `read` says; no redirects.
   *
   * @throws NetError, or the reason of the deadline
   */
  async send(url: URL, outgoing: Outgoing, deadline: Deadline, read: Reader): Promise<Answer> {
    const { origin } = url;
    const slots = outgoing.method === 'POST' ? this.#posts : this.#gets;
    await slots.enter(origin, deadline);
    try {
      return await this.#exchange(origin, url.pathname + url.search, outgoing, deadline, read);
    } finally {
      slots.leave(origin);
    }
  }

  async #exchange(
    origin: string,
    path: string,
    outgoing: Outgoing,
    deadline: Deadline,
    read: Reader,
  ): Promise<Answer> {
    const { method, body } = outgoing;
    // A library may have signed its own name.
    const headers = { 'user-agent': this.#userAgent, ...outgoing.headers, 'accept-encoding': 'identity' };
    const connection = this.#connections.take(origin);
    let complete = false;
    try {
      const request = { origin, path, method, headers, body };
      const answer = await exchange(connection.client, request, deadline, read, this.#limits.drainBytes);
      complete = answer.complete;
      return answer;
    } finally {
      if (complete) this.#connections.giveBack(connection);
      else this.#connections.discard(connection);
    }
  }

  /** Cuts what is still in flight; those calls fail as retryable. */
  close(): Promise<void> {
    return this.#connections.close();
  }
}
