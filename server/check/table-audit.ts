import type { Cell, Line } from './table-grid.ts';

/** What a reader knows of a number that is not shown, from what kind of number it is. */
export interface Range {
  low: number;
  high: number;
}

interface Equation {
  /** of the numbers that are not shown */
  factors: Map<Cell, number>;
  is: number;
}

/** Below this two numbers are the same: percentages are rounded. */
const SAME = 0.5;
const ROUNDS = 60;

/**
 * Which of the numbers that are not shown can be computed from those that are: by taking away from sums, from several sums
 * together (Gaussian elimination), or because nothing else is between the smallest and largest that they can be.
 * @param unknown what is not shown, each with what a reader knows of it beforehand
 */
export function computable(lines: readonly Line[], unknown: ReadonlyMap<Cell, Range>): Set<Cell> {
  const equations = lines.filter(({ adds }) => adds).map((line) => equationOf(line, unknown));
  const found = new Set<Cell>([...solved(equations), ...squeezed(equations, unknown)]);
  return found;
}

function equationOf({ cells, total }: Line, unknown: ReadonlyMap<Cell, Range>): Equation {
  const factors = new Map<Cell, number>();
  let is = 0;
  const add = (cell: Cell, factor: number) => {
    if (unknown.has(cell)) factors.set(cell, (factors.get(cell) ?? 0) + factor);
    else is -= factor * (cell.value ?? 0);
  };
  for (const cell of cells) add(cell, 1);
  if (typeof total === 'number') is += total;
  else add(total, -1);
  return { factors, is };
}

/** Row reduction: a row with one number left in it gives that number away. */
function solved(equations: readonly Equation[]): Set<Cell> {
  const columns = [...new Set(equations.flatMap(({ factors }) => [...factors.keys()]))];
  const rows = equations.map(({ factors }) => columns.map((cell) => factors.get(cell) ?? 0));
  let rank = 0;
  for (let c = 0; c < columns.length && rank < rows.length; c++) {
    const best = rows.findIndex((row, r) => r >= rank && Math.abs(row[c] ?? 0) > 1e-9);
    if (best < 0) continue;
    const pivot = rows[best] as number[];
    rows[best] = rows[rank] as number[];
    rows[rank] = pivot;
    const head = pivot[c] as number;
    for (let k = 0; k < pivot.length; k++) pivot[k] = (pivot[k] as number) / head;
    for (let r = 0; r < rows.length; r++) if (r !== rank) subtract(rows[r] as number[], pivot, c);
    rank++;
  }
  const alone = new Set<Cell>();
  for (const row of rows) {
    const left = row.flatMap((factor, c) => (Math.abs(factor) > 1e-9 ? [c] : []));
    if (left.length === 1) alone.add(columns[left[0] as number] as Cell);
  }
  return alone;
}

function subtract(row: number[], pivot: readonly number[], column: number): void {
  const factor = row[column] as number;
  if (factor !== 0)
    for (let k = 0; k < row.length; k++) row[k] = (row[k] as number) - factor * (pivot[k] as number);
}

/** Ranges grow narrower from sum to sum: two hidden numbers with the sum 0 are both 0. */
function squeezed(equations: readonly Equation[], unknown: ReadonlyMap<Cell, Range>): Set<Cell> {
  const ranges = new Map([...unknown].map(([cell, range]) => [cell, { ...range }]));
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    for (const equation of equations)
      for (const [cell, factor] of equation.factors)
        changed = narrowed(cell, factor, equation, ranges) || changed;
  }
  const narrow = new Set<Cell>();
  for (const [cell, { low, high }] of ranges) {
    const before = unknown.get(cell) as Range;
    if (high - low < SAME && before.high - before.low >= SAME) narrow.add(cell);
  }
  return narrow;
}

function narrowed(cell: Cell, factor: number, { factors, is }: Equation, ranges: Map<Cell, Range>): boolean {
  let low = is;
  let high = is;
  for (const [other, by] of factors) {
    if (other === cell) continue;
    const range = ranges.get(other) as Range;
    low -= by > 0 ? by * range.high : by * range.low;
    high -= by > 0 ? by * range.low : by * range.high;
  }
  const [from, to] = factor > 0 ? [low / factor, high / factor] : [high / factor, low / factor];
  const range = ranges.get(cell) as Range;
  const next = { low: Math.max(range.low, from), high: Math.min(range.high, to) };
  if (next.low <= range.low + 1e-9 && next.high >= range.high - 1e-9) return false;
  ranges.set(cell, next);
  return true;
}
