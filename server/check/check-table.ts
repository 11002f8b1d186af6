import { BANDS, type EvidenceTable } from '../domain/evidence-table.ts';
import { computable, type Range } from './table-audit.ts';
import { type Cell, type Grid, gridOf, type Line } from './table-grid.ts';

/** One number of a table. */
export interface Place {
  /** of the table's rows, from 0; `n` for the n of a column */
  row: number | 'n';
  /** the column's name as the table has it; the table's `nName` (`n`) for the n of a row */
  column: string;
}

/** What may be shown of a table. */
export interface TableVerdict {
  /** `fine`: all of it; `hide`: without the numbers of `hide`, with those of `band` coarser; `refuse`: not at all */
  verdict: 'fine' | 'hide' | 'refuse';
  /** numbers that must not be shown, by row, in the order of the columns, n last */
  hide: Place[];
  /** percentages that are shown as `≤5 %` or `≥95 %` */
  band: (Place & { show: string })[];
}

/** Groups below this have their extreme percentages shown coarser. */
const BAND_BELOW = 20;
const BAND = { low: 5, high: 95 };

/**
 * The small-cell algorithm (product 3.2), T = `smallN`:
 * 1. Marked: every count below T that is not 0; every percentage, mean and scale value whose n is below T, and that n;
 *    a count of 0, or of all, in a group below 2 T.
 * 2. In every row and column with a shown total and exactly one number marked, the smallest other one too; the total, when
 *    there is no other. An n that the counts beside it add up to, and 100 %, are totals that nobody had to mark; an empty
 *    count beside a total counts as marked. Repeated until nothing changes.
 * 3. Percentages that make 100 % together: as 2. A percentage that is a marked count in other words is marked.
 * 4. Percentages of groups below 20: up to 5 is shown as “≤5 %”, 95 and more as “≥95 %”.
 * 5. More than half of all numbers (values and n) marked: refused.
 * Beyond the letter of it, whatever could still be computed (several sums together, sums of 0) has another number of its
 * row or column marked until nothing can.
 * @param table as `evidenceTable` lets it in; an n that is null was hidden before
 * @param smallN 5 or more
 */
export function checkTable(table: EvidenceTable, smallN: number): TableVerdict {
  const grid = gridOf(table);
  const marked = new Set(grid.cells.filter((cell) => isSmall(cell, smallN)));
  do markBesideTotals(grid, marked);
  while (markComputable(grid, marked));
  const hide = grid.cells.filter((cell) => marked.has(cell));
  const shown = grid.cells.filter(({ value }) => value !== null);
  const bands = shown.filter((cell) => !marked.has(cell) && bandOf(cell) !== null);
  const place = (cell: Cell): Place => ({
    row: cell.row,
    column: cell.column === 'n' ? table.nName : (table.columns[cell.column]?.name ?? ''),
  });
  return {
    verdict: hide.length * 2 > shown.length ? 'refuse' : hide.length + bands.length > 0 ? 'hide' : 'fine',
    hide: hide.map(place),
    band: bands.map((cell) => ({ ...place(cell), show: bandOf(cell) ?? '' })),
  };
}

/** Step 1. */
function isSmall({ type, value, n }: Cell, smallN: number): boolean {
  if (value === null) return false;
  if (type === 'n') return value < smallN;
  if (type !== 'count') return n !== null && n < smallN;
  if (value !== 0 && value < smallN) return true;
  return n !== null && n < 2 * smallN && (value === 0 || value === n);
}

/** Step 4. */
function bandOf({ type, value, n }: Cell): string | null {
  if (type !== 'percent' || value === null || n === null || n >= BAND_BELOW) return null;
  return value <= BAND.low ? BANDS.low : value >= BAND.high ? BANDS.high : null;
}

/** Steps 2 and 3, until nothing changes. */
function markBesideTotals({ lines, same }: Grid, marked: Set<Cell>): void {
  for (let before = -1; before !== marked.size; ) {
    before = marked.size;
    for (const line of lines) {
      const isShown = typeof line.total === 'number' || !marked.has(line.total);
      if (isShown && line.cells.filter((cell) => marked.has(cell) || isVague(cell, line)).length === 1)
        markAnother(line, marked);
    }
    for (const pair of same)
      if (pair.some((cell) => marked.has(cell))) for (const cell of pair) marked.add(cell);
  }
}

/** Its exact value is not shown, although nobody marked it. Of two complements both are marked all the same. */
function isVague(cell: Cell, line: Line): boolean {
  return isEmptied(cell, line) || (line.adds && line.cells.length > 2 && bandOf(cell) !== null);
}

/** Somebody took the number out by hand: the sum says that there is one. */
function isEmptied(cell: Cell, { cells, total, adds }: Line): boolean {
  if (!adds || cell.value !== null || typeof total === 'number') return false;
  return cells.reduce((rest, { value }) => rest - (value ?? 0), total.value ?? 0) !== 0;
}

/** The smallest number of a line that is still shown; when there is none, its total. */
function markAnother(line: Line, marked: Set<Cell>, beside?: Cell): boolean {
  const { cells, total } = line;
  const isOpen = (cell: Cell) => cell.value !== null && !marked.has(cell) && !isVague(cell, line);
  const open = cells.filter((cell) => isOpen(cell) && cell !== beside);
  const smallest = open.reduce<Cell | null>(
    (least, cell) => (least === null || (cell.value ?? 0) < (least.value ?? 0) ? cell : least),
    null,
  );
  const next = smallest ?? (typeof total === 'number' || marked.has(total) ? null : total);
  if (next) marked.add(next);
  return next !== null;
}

/** @returns whether something could still be computed and another number was marked for it */
function markComputable({ cells, lines }: Grid, marked: Set<Cell>): boolean {
  const unknown = new Map<Cell, Range>();
  for (const cell of cells) {
    const range = rangeOf(cell, marked, lines);
    if (range) unknown.set(cell, range);
  }
  const involved = lines.filter((line) => line.adds && line.cells.some((cell) => unknown.has(cell)));
  for (const cell of computable(lines, unknown)) {
    const around = involved.filter((line) => line.cells.includes(cell) || line.total === cell);
    if ([...around, ...involved].some((line) => markAnother(line, marked, cell))) return true;
  }
  return false;
}

/** What a reader knows beforehand of a number that is not shown; null when it is shown. */
function rangeOf(cell: Cell, marked: ReadonlySet<Cell>, lines: readonly Line[]): Range | null {
  const band = bandOf(cell);
  if (!marked.has(cell) && band !== null)
    return band === BANDS.low ? { low: 0, high: BAND.low } : { low: BAND.high, high: 100 };
  if (!marked.has(cell) && !lines.some((line) => line.cells.includes(cell) && isEmptied(cell, line)))
    return null;
  if (cell.type === 'percent') return { low: 0, high: 100 };
  return { low: 0, high: Number.POSITIVE_INFINITY };
}
