interface Line {
  busy: number;
  waiting: (() => void)[];
}

/** Work that somebody waits for: for each key so many at once, and so many more in line. */
export class Turns {
  readonly #atOnce: number;
  readonly #most: number;
  /** nothing is kept of a key once it rests */
  readonly #lines = new Map<string, Line>();

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce;
    this.#most = waiting;
  }

  /** @returns what `work` gave; `full` when too many wait already */
  async run<T>(key: string, work: () => Promise<T>): Promise<T | 'full'> {
    const line = this.#lines.get(key) ?? { busy: 0, waiting: [] };
    if (line.busy < this.#atOnce) {
      this.#lines.set(key, line);
      line.busy += 1;
    } else {
      if (line.waiting.length >= this.#most) return 'full';
      // whoever ends passes the turn on
      await new Promise<void>((go) => line.waiting.push(go));
    }
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else line.busy -= 1;
      if (line.busy === 0) this.#lines.delete(key);
    }
  }
}
