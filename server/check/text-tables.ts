import { BANDS, type ColumnType, type EvidenceTable, TABLE_LIMITS } from '../domain/evidence-table.ts';
import type { Place as TablePlace } from './check-table.ts';
import type { Place } from './markdown-table.ts';
import { cellOf, isNoText, isTotal, numberOf } from './read-cell.ts';
import {
  isHowMany,
  isMeasure,
  isOneEach,
  MEANS,
  N_NAMES,
  PERCENTS,
  STUDENTS,
  saysChildren,
} from './table-words.ts';
import { type WrittenCell, type WrittenTable, writtenTables } from './written-tables.ts';

/** A table that somebody wrote into a text, as evidence. */
export interface TextTable extends Place {
  /** one, unless it is too large to be looked at in one go: then its parts */
  parts: TextTablePart[];
}

export interface TextTablePart {
  table: EvidenceTable;
  /** where a number of it stands in the text; null when it is nowhere */
  placeOf(at: TablePlace): Place | null;
}

/** How much of a table is looked at together: more than an evidence table may have, less than keeps the rules busy. */
const ROWS = TABLE_LIMITS.rows;
const COLUMNS = 12;
const N_SAID = /(?<![\p{L}\p{N}])n ?= ?(\d{1,4})(?!\d|[.,]\d)/iu;
const OF =
  /^(\d{1,4}) ?(?:of|out of|de|von|sur|av|\/|中的?|kaikkiaan) ?(?:\p{L}{1,10} )?(\d{1,4})(?!\d|[.,]\d)/iu;
const FRACTIONS = /fraction|bruch|brüche|fracci[oó]n|murto|分数/i;

interface Cell extends WrittenCell {
  /** without Markdown's and HTML's marks */
  plain: string;
  value: number | null;
  /** one of the ways to write a number that is not shown, or a band */
  none: boolean;
  percent: boolean;
  n: Said | null;
}

interface Said extends Place {
  value: number;
}

interface Column {
  at: number;
  head: Cell;
  name: string;
  type: ColumnType;
}

/**
 * The tables of a text as evidence: what is no number of students (minutes, points, x) counts as words, and so does a
 * percentage or mean that nobody gave the number of students of. Tables without numbers are left out.
 */
export function textTables(text: string): TextTable[] {
  if (!text.includes('|') && !/<table/i.test(text)) return [];
  return writtenTables(text).flatMap((written) => {
    const parts = partsOf(written);
    return parts.length > 0 ? [{ start: written.start, end: written.end, parts }] : [];
  });
}

function partsOf(written: WrittenTable): TextTablePart[] {
  const width = Math.max(written.head.length, ...written.rows.map(({ length }) => length));
  const isMaths = FRACTIONS.test([written.above, ...written.head].map(({ text }) => text).join(' '));
  const read = (row: readonly WrittenCell[]) =>
    Array.from({ length: width }, (_, c) => readCell(row[c] ?? NOWHERE, isMaths));
  let head = read(written.head);
  let rows = written.rows.map(read);
  if (isData(head)) {
    rows = [head, ...rows];
    head = read([]);
  }
  const { columns, nAt } = columnsOf(head, rows);
  if (columns.every(({ type }) => type === 'label')) return [];
  const common = saidIn(written.above);
  const labels = columns.filter(({ type }) => type === 'label');
  const numbers = columns.filter(({ type }) => type !== 'label');
  return slices(rows, ROWS).flatMap((some) =>
    slices(numbers, COLUMNS).flatMap((own) => {
      const shown = [...labels, ...own].sort((a, b) => a.at - b.at);
      const part = partOf(some, shown, nAt < 0 ? null : { at: nAt, head: head[nAt] as Cell }, common);
      return part.table.columns.some(({ type }) => type !== 'label') ? [part] : [];
    }),
  );
}

const NOWHERE: WrittenCell = { start: 0, end: 0, text: '' };

function slices<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, (i + 1) * size),
  );
}

function readCell(cell: WrittenCell, isMaths: boolean): Cell {
  const plain = cell.text
    .replace(/<[^<>]{0,200}>|[*_`~\\]|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, part] = isMaths ? [] : (OF.exec(plain) ?? []);
  const [number = '', rest = ''] = splitNumber(plain);
  const counts = rest === '' || rest === '%' || /^[人名位个]/.test(rest) || saysChildren(rest);
  return {
    ...cell,
    plain,
    value: part !== undefined ? Number(part) : counts ? numberOf(number) : null,
    none: isNoText(plain),
    percent: plain.includes('%'),
    n: saidIn(cell),
  };
}

/** “3 students” → 3 and “students”; “12 (48 %)” → 12 */
function splitNumber(plain: string): [string?, string?] {
  const match = /^(-?\d[\d.,]{0,20}(?: \d{3})*) ?([^\d].{0,200})?$/.exec(plain);
  const rest = (match?.[2] ?? '').replace(/^[(（].{0,40}[)）]$/, '').trim();
  return [match?.[1], rest];
}

function saidIn({ start, text }: WrittenCell): Said | null {
  const match = N_SAID.exec(text);
  if (!match) return null;
  const end = start + match.index + match[0].length;
  return { value: Number(match[1]), start: end - (match[1]?.length ?? 0), end };
}

/** A table may begin with its numbers, without a line of names. */
function isData(head: readonly Cell[]): boolean {
  const [label, ...others] = head;
  const values = others.flatMap(({ value }) => (value === null ? [] : [value]));
  const isNamed =
    label !== undefined && (label.plain === '' || label.value !== null || isMeasure(label.plain));
  return values.length > 0 && values.length === others.length && !isNamed && !isRun(values);
}

/** 1, 2, 3: places, not numbers of students */
const isRun = (values: readonly number[]): boolean =>
  (values[0] === 1 || (values[0] === 0 && values.length > 1)) &&
  values.every((value, i) => value === (values[0] ?? 0) + i);

function columnsOf(head: readonly Cell[], rows: readonly Cell[][]): { columns: Column[]; nAt: number } {
  const names = new Set<string>();
  const columns = head.map((cell, c): Column => {
    const name = distinct(cell.plain || String(c + 1), names);
    return {
      at: c,
      head: cell,
      name,
      type: typeOf(
        cell,
        rows.map((row) => row[c] as Cell),
        c,
      ),
    };
  });
  const numbers = columns.filter(({ type }) => type !== 'label');
  const called = (isN: (name: string) => boolean) =>
    numbers.find(({ head: { plain }, type }) => type === 'count' && isN(plain))?.at ?? -1;
  const needed = numbers.some(({ type }) => type !== 'count');
  const ways: ((name: string) => boolean)[] = [
    (name) => N_NAMES.test(name),
    (name) => STUDENTS.test(name) || isHowMany(name),
    ...(needed ? [saysChildren] : []),
  ];
  const nAt = numbers.length < 2 ? -1 : (ways.map(called).find((at) => at >= 0) ?? -1);
  return { columns: columns.filter(({ at }) => at !== nAt), nAt };
}

function distinct(name: string, names: Set<string>): string {
  let own = name;
  for (let i = 2; names.has(own); i++) own = `${name} ${i}`;
  names.add(own);
  return own;
}

function typeOf({ plain: name }: Cell, cells: readonly Cell[], c: number): ColumnType {
  const values = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return 'label';
  if (c === 0 && isOneEach(name)) return 'label';
  if (isHowMany(name) || saysChildren(name)) return PERCENTS.test(name) ? 'percent' : 'count';
  const isFirst = c === 0 && (isRun(values) || name === '' || isMeasure(name));
  if (isFirst && !cells.some(({ percent }) => percent)) return 'label';
  if (PERCENTS.test(name) || cells.some(({ percent, value }) => percent && value !== null)) return 'percent';
  const isMean = MEANS.test(name) || isMeasure(name) || values.some((value) => !Number.isInteger(value));
  return isMean ? 'mean' : 'count';
}

function partOf(
  rows: readonly Cell[][],
  columns: readonly Column[],
  n: { at: number; head: Cell } | null,
  common: Said | null,
): TextTablePart {
  const firstLabel = columns.find(({ type }) => type === 'label');
  const labelOf = (row: readonly Cell[]) => (firstLabel ? row[firstLabel.at] : undefined);
  const rowN = (row: readonly Cell[]): Said | null => {
    const cell = n === null ? labelOf(row)?.n : row[n.at];
    return cell && cell.value !== null ? { ...cell, value: cell.value } : null;
  };
  const columnN = ({ head, type }: Column) => (type === 'label' ? null : (head.n ?? common));
  const nName = distinct(n?.head.plain || 'n', new Set(columns.map(({ name }) => name)));
  const table: EvidenceTable = {
    caption: '',
    columns: columns.map((column) => ({
      name: column.name,
      type: column.type,
      min: null,
      max: null,
      unit: '',
      n: columnN(column)?.value ?? null,
      total: column.type !== 'label' && isTotal(column.head.plain),
    })),
    rows: rows.map((row) => ({
      cells: columns.map((column) => evidenceOf(row, column, labelOf(row), rowN(row) ?? columnN(column))),
      n: rowN(row)?.value ?? null,
      total: columns.some(({ type, at }) => type === 'label' && isTotal(row[at]?.plain ?? '')),
    })),
    nName,
    chart: 'none',
    from: null,
    to: null,
    how: '',
  };
  const placeOf = ({ row, column }: TablePlace): Place | null => {
    const named = columns.find(({ name }) => name === column);
    if (row === 'n') return named ? columnN(named) : null;
    const cells = rows[row] ?? [];
    return (named ? cells[named.at] : rowN(cells)) ?? null;
  };
  return { table, placeOf };
}

/** A number of students, or one with its students; null when it is neither. */
function evidenceOf(
  row: readonly Cell[],
  { at, type, head }: Column,
  label: Cell | undefined,
  n: Said | null,
): string | number | null {
  const cell = row[at] as Cell;
  if (type === 'label') return cell.plain;
  const band = cellOf(cell.plain, type);
  if (band === BANDS.low || band === BANDS.high) return band;
  if (cell.value === null) return null;
  if (type !== 'count') return n === null ? null : cell.value;
  const isTimes = label !== undefined && label.value !== null && head.value !== null;
  const isOther = isTimes || (label !== undefined && isMeasure(label.plain));
  return isOther || cell.value < 0 || !Number.isInteger(cell.value) ? null : cell.value;
}
