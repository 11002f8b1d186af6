import type { Deadline } from './deadline.ts';

interface Origin {
  busy: number;
  waiting: Set<() => void>;
}

/**
 * At most `limit` requests in flight to one origin; the others wait here in order, until their own deadline.
 * Nothing is kept about an origin once it is idle.
 */
export class Slots {
  readonly #limit: number;
  readonly #origins = new Map<string, Origin>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Number of origins something is known about. */
  get size(): number {
    return this.#origins.size;
  }

  /** Resolves when the caller may go ahead; each success needs one `leave`. Rejects at the deadline. */
  enter(key: string, deadline: Deadline): Promise<void> {
    const origin = this.#origins.get(key) ?? { busy: 0, waiting: new Set() };
    this.#origins.set(key, origin);
    if (origin.busy < this.#limit) {
      origin.busy += 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const goAhead = (): void => {
        deadline.watch(null);
        resolve();
      };
      origin.waiting.add(goAhead);
      deadline.watch((reason) => {
        origin.waiting.delete(goAhead);
        reject(reason);
      });
    });
  }

  leave(key: string): void {
    const origin = this.#origins.get(key);
    if (!origin) return;
    for (const next of origin.waiting) {
      // The slot passes on: `busy` stays as it is.
      origin.waiting.delete(next);
      next();
      return;
    }
    origin.busy -= 1;
    if (origin.busy === 0) this.#origins.delete(key);
  }
}
