/** What a row says of itself: shown by tests, not (or only in part) yet, or out of scope of this version. */
export interface Row {
  /** the number of the rule, or of the hostile input */
  n: number;
  /** in our own short words */
  rule: string;
  /** `describe › test name`, as written in the sources; each would fail if the behaviour were taken out */
  tests?: readonly string[];
  /** what is missing; the tests, if any, then show a part */
  notYet?: string;
  /** why this version leaves it out */
  outOfScope?: string;
}

export type Standing = 'shown' | 'not yet' | 'out of scope';

/** @throws Error when a row says nothing of itself, or two things at once */
export function standingOf(row: Row): Standing {
  if (row.notYet !== undefined && row.outOfScope !== undefined)
    throw new Error(`row ${row.n} is both not yet and out of scope`);
  if (row.outOfScope !== undefined) return 'out of scope';
  if (row.notYet !== undefined) return 'not yet';
  if (!row.tests?.length) throw new Error(`row ${row.n} names no test`);
  return 'shown';
}
