import { Agent } from 'undici';
import { guardedConnector, localLookup, type Lookup, publicLookup } from './connect.ts';
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

/**
 * The sockets of one district. What is kept about other servers is bounded: undici's agent drops a pool when
 * its last connection closes, an idle connection closes after `keepAliveMs`, and once `openSockets` are open
 * a connection closes right after its answer.
 */
export class Sender {
  readonly #agent: Agent;
  readonly #limits: Limits;
  readonly #userAgent: string;
  readonly #gets: Slots;
  readonly #posts: Slots;
  #sockets = 0;

  constructor(guard: Guard, limits: Limits, userAgent: string, lookup?: Lookup) {
    this.#limits = limits;
    this.#userAgent = userAgent;
    this.#gets = new Slots(limits.getsPerOrigin);
    this.#posts = new Slots(limits.postsPerOrigin);
    const resolve = lookup ?? (guard.localNames ? localLookup : publicLookup(limits));
    this.#agent = new Agent({
      connect: guardedConnector(guard, limits, resolve),
      pipelining: 1,
      allowH2: false,
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.headersMs,
      keepAliveTimeout: limits.keepAliveMs,
      keepAliveMaxTimeout: limits.keepAliveMs,
    });
    this.#agent.on('connect', () => {
      this.#sockets += 1;
    });
    this.#agent.on('disconnect', () => {
      this.#sockets -= 1;
    });
  }

  /** Connections open at the moment, and origins that anything is remembered about. */
  get kept(): { sockets: number; origins: number } {
    const pools = Object.keys(this.#agent.stats).length;
    return { sockets: this.#sockets, origins: pools + this.#gets.size + this.#posts.size };
  }

  /**
   * Sends one request to a checked URL and reads the answer as `read` says; no redirects.
   *
   * @throws NetError, or the reason of the deadline
   */
  async send(url: URL, outgoing: Outgoing, deadline: Deadline, read: Reader): Promise<Answer> {
    const slots = outgoing.method === 'POST' ? this.#posts : this.#gets;
    await slots.enter(url.origin, deadline);
    try {
      const { method, headers, body } = outgoing;
      // A library may have signed its own.
      headers['user-agent'] ??= this.#userAgent;
      headers['accept-encoding'] = 'identity';
      const reset = this.#sockets >= this.#limits.openSockets;
      const request = { origin: url.origin, path: url.pathname + url.search, method, headers, body, reset };
      return await exchange(this.#agent, request, deadline, read, this.#limits.drainBytes);
    } finally {
      slots.leave(url.origin);
    }
  }

  /** Cuts what is still in flight; those calls fail as retryable. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }
}
