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

  isFull(key: string): boolean {
    const line = this.#lines.get(key);
    return line !== undefined && line.busy >= this.#atOnce && line.waiting.length >= this.#most;
  }

  /**
   * @param work may call `leave` when it will only wait from then on: the next one has its turn
   * @returns what `work` gave; `full` when too many wait already
   */
  async run<T>(key: string, work: (leave: () => void) => Promise<T>): Promise<T | 'full'> {
    if (this.isFull(key)) return 'full';
    const line = this.#lines.get(key) ?? { busy: 0, waiting: [] };
    this.#lines.set(key, line);
    // whoever ends passes the turn on
    if (line.busy >= this.#atOnce) await new Promise<void>((go) => line.waiting.push(go));
    else line.busy += 1;
    let isOut = false;
    const leave = () => {
      if (isOut) return;
      isOut = true;
      const next = line.waiting.shift();
      if (next) next();
      else line.busy -= 1;
      if (line.busy === 0) this.#lines.delete(key);
    };
    try {
      return await work(leave);
    } finally {
      leave();
    }
  }
}
