import type { InboundLimits } from './inbound-limits.ts';

/** A count is trusted that long while little waits, in milliseconds … */
const CALM_MS = 60_000;
/** … and that long when a bound comes near. */
const NEAR_MS = 2_000;

/**
 * How many activities wait to be handled, of each host and in all, without asking the database each time: what waited
 * at the last count and what has been taken since. That is never too few (but for what other processes took), and a
 * new count, in the background, corrects it.
 */
export class Backlog {
  readonly #count: () => Promise<Map<string, number>>;
  readonly #limits: Pick<InboundLimits, 'waiting' | 'waitingOfHost'>;
  /** at most as many hosts as activities may wait */
  #hosts = new Map<string, number>();
  #total = 0;
  #countedAt = Number.NEGATIVE_INFINITY;
  /** what is taken while a count is under way, which may not have seen it */
  #since: string[] | null = null;

  /** @param count what waits now, by host */
  constructor(
    count: () => Promise<Map<string, number>>,
    limits: Pick<InboundLimits, 'waiting' | 'waitingOfHost'>,
  ) {
    this.#count = count;
    this.#limits = limits;
  }

  /** No more of anybody. */
  isFull(): boolean {
    this.#look(this.#total >= this.#limits.waiting / 2);
    return this.#total >= this.#limits.waiting;
  }

  /** No more of this host. */
  isFullFor(host: string): boolean {
    const waiting = this.#hosts.get(host) ?? 0;
    this.#look(waiting >= this.#limits.waitingOfHost / 2);
    return waiting >= this.#limits.waitingOfHost;
  }

  /** One more of this host waits. */
  add(host: string): void {
    this.#hosts.set(host, (this.#hosts.get(host) ?? 0) + 1);
    this.#total += 1;
    this.#since?.push(host);
  }

  #look(isNear: boolean): void {
    const age = performance.now() - this.#countedAt;
    if (this.#since !== null || age < (isNear ? NEAR_MS : CALM_MS)) return;
    const since: string[] = [];
    this.#since = since;
    this.#count()
      .then((hosts) => {
        this.#hosts = hosts;
        this.#total = [...hosts.values()].reduce((sum, one) => sum + one, 0);
        this.#since = null;
        for (const host of since) this.add(host);
      })
      // the database is away: nothing is taken then anyway
      .catch(() => undefined)
      .finally(() => {
        this.#since = null;
        this.#countedAt = performance.now();
      });
  }
}
