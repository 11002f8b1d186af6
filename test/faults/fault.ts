/** What came of a drill: figures for the table, and every sentence about what did not hold. */
export interface Verdict {
  figure: string;
  /** empty when the invariant held */
  broken: string[];
}

/** Something that goes wrong in the life of a node, and what must hold all the same. */
export interface Fault {
  /** as in `--only F1` */
  id: string;
  fault: string;
  invariant: string;
  /** @param quick few rounds, for the test suite */
  run(quick: boolean): Promise<Verdict>;
}

/** Collects what did not hold; of many alike only the first few are told. */
export class Findings {
  readonly broken: string[] = [];

  /** Notes `what` unless it holds. */
  expect(holds: boolean, what: string): void {
    if (!holds) this.broken.push(what);
  }

  /** Notes how many there are of something that must not be, with examples. */
  none(what: string, found: readonly unknown[]): void {
    if (found.length === 0) return;
    const examples = found.slice(0, 3).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
    this.broken.push(`${found.length} ${what}: ${examples.join('; ')}`);
  }
}
