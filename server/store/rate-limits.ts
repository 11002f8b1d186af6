import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Db } from './db.ts';

/** `points` times in `seconds`, for each key. */
export interface LimitRule {
  points: number;
  seconds: number;
}

export interface RateLimits<Name extends string> {
  /** Counts one more. @returns seconds to wait when it is one too many, else 0 */
  take(name: Name, key: string): Promise<number>;
  /** Takes one off again, for what should not have been counted. */
  giveBack(name: Name, key: string): Promise<void>;
}

/** Counts how often something was done, over all processes (table `rate_limit`). Keys are stored as hashes only. */
export function rateLimits<Name extends string>(
  pool: pg.Pool,
  rules: Record<Name, LimitRule>,
): RateLimits<Name> {
  const limiters = new Map<string, RateLimiterPostgres>();
  for (const [name, rule] of Object.entries<LimitRule>(rules)) {
    limiters.set(
      name,
      new RateLimiterPostgres({
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: rule.points,
        duration: rule.seconds,
      }),
    );
  }
  const limiterOf = (name: Name): RateLimiterPostgres => {
    const limiter = limiters.get(name);
    if (!limiter) throw new Error(`no limit ${name}`);
    return limiter;
  };
  return {
    async take(name, key) {
      try {
        await limiterOf(name).consume(hidden(key));
        return 0;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      }
    },
    async giveBack(name, key) {
      await limiterOf(name).reward(hidden(key));
    },
  };
}

const hidden = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/** Forgets counts that have ended. */
export async function sweepRateLimits(db: Db, now: Date): Promise<void> {
  await sql`delete from rate_limit where expire < ${now.getTime()}`.execute(db);
}
