import { LRUCache } from 'lru-cache';
import type { Rate } from './inbound-limits.ts';

/**
 * A bucket of tokens for each key, in memory and bounded: protects this process, not a promise across them.
 * The shared limits of pages (server/store/rate-limits.ts) count in the database, which would cost more here than the
 * work that is limited.
 */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #buckets = new LRUCache<string, { tokens: number; at: number }>({ max: 20_000 });

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one token. @returns 0 when the request may pass, else seconds to wait */
  take(key: string, now: Date): number {
    const { perSecond, burst } = this.#rate;
    const at = now.getTime();
    const bucket = this.#buckets.get(key) ?? { tokens: burst, at };
    bucket.tokens = Math.min(burst, bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) / perSecond);
    bucket.tokens -= 1;
    return 0;
  }
}
