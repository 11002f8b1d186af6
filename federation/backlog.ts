import type { Waiting } from '../server/store/inbox.ts';
import type { InboundLimits } from './inbound-limits.ts';

/** A count is trusted that long while little waits, in milliseconds … */
const CALM_MS = 60_000;
/** … and that long when a bound comes near. */
const NEAR_MS = 2_000;

const NONE: Waiting = { count: 0, bytes: 0 };

type BacklogLimits = Pick<InboundLimits, 'waiting' | 'waitingOfHost' | 'waitingBytes' | 'waitingBytesOfHost'>;

/**
 * How many activities wait to be handled and how large they are, of each host and in all, without asking the database
 * each time: what waited at the last count and what has been taken since. That is never too few (but for what other
 * processes took), and a new count, in the background, corrects it.
 */
export class Backlog {
  readonly #count: () => Promise<Map<string, Waiting>>;
  readonly #limits: BacklogLimits;
  /** at most as many hosts as activities may wait */
  #hosts = new Map<string, Waiting>();
  #all = NONE;
  #countedAt = Number.NEGATIVE_INFINITY;
  /** what is taken while a count is under way, which may not have seen it */
  #since: [host: string, bytes: number][] | null = null;

  /** @param count what waits now, by host */
  constructor(count: () => Promise<Map<string, Waiting>>, limits: BacklogLimits) {
    this.#count = count;
    this.#limits = limits;
  }

  /** No more of anybody. */
  isFull(): boolean {
    const { waiting, waitingBytes } = this.#limits;
    const share = shareOf(this.#all, waiting, waitingBytes);
    this.#look(share >= 1 / 2);
    return share >= 1;
  }

  /** No more of this host. */
  isFullFor(host: string): boolean {
    const { waitingOfHost, waitingBytesOfHost } = this.#limits;
    const share = shareOf(this.#hosts.get(host) ?? NONE, waitingOfHost, waitingBytesOfHost);
    this.#look(share >= 1 / 2);
    return share >= 1;
  }

  /** One more of this host waits. */
  add(host: string, bytes: number): void {
    const own = this.#hosts.get(host) ?? NONE;
    this.#hosts.set(host, plus(own, { count: 1, bytes }));
    this.#all = plus(this.#all, { count: 1, bytes });
    this.#since?.push([host, bytes]);
  }

  #look(isNear: boolean): void {
    const age = performance.now() - this.#countedAt;
    if (this.#since !== null || age < (isNear ? NEAR_MS : CALM_MS)) return;
    const since: [string, number][] = [];
    this.#since = since;
    this.#count()
      .then((hosts) => {
        this.#hosts = hosts;
        this.#all = [...hosts.values()].reduce(plus, NONE);
        this.#since = null;
        for (const [host, bytes] of since) this.add(host, bytes);
      })
      // the database is away: nothing is taken then anyway
      .catch(() => undefined)
      .finally(() => {
        this.#since = null;
        this.#countedAt = performance.now();
      });
  }
}

const plus = (one: Waiting, other: Waiting): Waiting => ({
  count: one.count + other.count,
  bytes: one.bytes + other.bytes,
});

/** How full it is: 1 is full. */
const shareOf = ({ count, bytes }: Waiting, most: number, mostBytes: number): number =>
  Math.max(count / most, bytes / mostBytes);
