import type { ColumnType, EvidenceTable } from '../domain/evidence-table.ts';

/** A number of a table: a value, or the n of a row (`column: 'n'`) or of a column (`row: 'n'`). */
export interface Cell {
  row: number | 'n';
  column: number | 'n';
  type: Exclude<ColumnType, 'label'> | 'n';
  /** null: it is not shown, or not there */
  value: number | null;
  /** students behind it; its own value for an n */
  n: number | null;
  total: boolean;
}

/** Cells that make a sum: of a row, of a column, of the whole (100 %). */
export interface Line {
  cells: Cell[];
  /** the cell of the sum, or the sum itself */
  total: Cell | number;
  /** whether the values add up exactly, so that one can be had by taking away; means do not */
  adds: boolean;
}

export interface Grid {
  cells: Cell[];
  lines: Line[];
  /** a number of students and the percentage that says the same */
  same: [Cell, Cell][];
}

/** Percentages are rounded to whole ones. */
const ROUNDING = 0.51;

/** Reads the numbers of a table and how they hang together. Bands count as not shown. */
export function gridOf(table: EvidenceTable): Grid {
  const hasN = table.rows.some(({ n }) => n !== null);
  const cells: Cell[] = [];
  table.rows.forEach((row, r) => {
    table.columns.forEach((column, c) => {
      const value = row.cells[c] ?? null;
      if (column.type !== 'label')
        cells.push({
          row: r,
          column: c,
          type: column.type,
          value: typeof value === 'number' ? value : null,
          n: row.n ?? column.n,
          total: row.total || column.total,
        });
    });
    if (hasN) cells.push({ row: r, column: 'n', type: 'n', value: row.n, n: row.n, total: row.total });
  });
  table.columns.forEach((column, c) => {
    if (column.type !== 'label' && column.n !== null)
      cells.push({ row: 'n', column: c, type: 'n', value: column.n, n: column.n, total: column.total });
  });
  return { cells, lines: linesOf(table, cells), same: sameThings(cells) };
}

function linesOf(table: EvidenceTable, cells: readonly Cell[]): Line[] {
  const lines: Line[] = [];
  const isTotalRow = (row: Cell['row']) => row !== 'n' && table.rows[row]?.total === true;
  const isTotalColumn = (column: Cell['column']) => column !== 'n' && table.columns[column]?.total === true;
  for (const group of groupsOf(cells, ({ column }) => column)) {
    const parts = group.filter(({ row }) => row !== 'n' && !isTotalRow(row));
    for (const total of group.filter(({ row }) => isTotalRow(row))) lines.push(sum(parts, total));
    const n = group.find(({ row, column }) => row === 'n' && column !== 'n');
    lines.push(...impliedSums(parts, n));
  }
  for (const group of groupsOf(cells, ({ row }) => row)) {
    const parts = group.filter(({ column }) => !isTotalColumn(column) && column !== 'n');
    for (const total of group.filter(({ column }) => isTotalColumn(column)))
      lines.push(
        sum(
          parts.filter(({ type }) => type === total.type),
          total,
        ),
      );
    lines.push(
      ...impliedSums(
        parts,
        group.find(({ column, row }) => column === 'n' && row !== 'n'),
      ),
    );
  }
  return lines.filter(
    ({ cells: parts, total }) => parts.length > 0 && (typeof total === 'number' || total.value !== null),
  );
}

function sum(cells: Cell[], total: Cell): Line {
  return { cells, total, adds: total.type === 'count' || total.type === 'n' };
}

/**
 * Nobody marked a total, but beside one n the numbers of students add up to it, or the percentages to 100: all of them, or
 * two of them.
 */
function impliedSums(parts: readonly Cell[], n: Cell | undefined): Line[] {
  if (n?.value == null) return [];
  const lines: Line[] = [];
  const counts = parts.filter(({ type, value }) => type === 'count' && value !== null);
  for (const group of [counts, ...pairsOf(counts)])
    if (group.length > 1 && sumOf(group) === n.value) lines.push({ cells: group, total: n, adds: true });
  const percents = parts.filter(({ type, value }) => type === 'percent' && value !== null);
  for (const group of [percents, ...pairsOf(percents)])
    if (group.length > 1 && Math.abs(sumOf(group) - 100) <= group.length * ROUNDING)
      lines.push({ cells: group, total: 100, adds: true });
  return lines;
}

/** 3 of 20 students and 15 %, in one row. */
function sameThings(cells: readonly Cell[]): [Cell, Cell][] {
  const same: [Cell, Cell][] = [];
  for (const count of cells)
    for (const percent of cells)
      if (
        count.type === 'count' &&
        percent.type === 'percent' &&
        count.row === percent.row &&
        says(percent, count)
      )
        same.push([count, percent]);
  return same;
}

function says(percent: Cell, count: Cell): boolean {
  if (percent.value === null || count.value === null || !count.n || percent.n !== count.n) return false;
  return Math.abs(percent.value - (100 * count.value) / count.n) <= ROUNDING;
}

const sumOf = (cells: readonly Cell[]) => cells.reduce((total, { value }) => total + (value ?? 0), 0);

function pairsOf(cells: readonly Cell[]): Cell[][] {
  if (cells.length < 3) return [];
  return cells.flatMap((one, i) => cells.slice(i + 1).map((other) => [one, other]));
}

function groupsOf(cells: readonly Cell[], key: (cell: Cell) => number | 'n'): Cell[][] {
  return [...Map.groupBy(cells, key).values()];
}
