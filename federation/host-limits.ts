import { LRUCache } from 'lru-cache';

/** requests a second that one host may send in the long run, and at once */
const RATE = 50;
const BURST = 500;

/** A token bucket for each sending host, in memory and bounded: protects this process, not a promise across them. */
export class HostLimits {
  readonly #buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 20_000 });

  /** Takes one token. @returns 0 when the request may pass, else seconds to wait */
  take(host: string, now: Date): number {
    const at = now.getTime();
    const bucket = this.#buckets.get(host) ?? { tokens: BURST, at };
    bucket.tokens = Math.min(BURST, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * RATE);
    bucket.at = at;
    this.#buckets.set(host, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / RATE) || 1;
    bucket.tokens -= 1;
    return 0;
  }
}
