import { cellOf, isNoText, isTotal, numberOf } from '../check/read-cell.ts';
import { MEANS, N_NAMES, PERCENTS, STUDENTS } from '../check/table-words.ts';
import {
  type ColumnType,
  type EvidenceTable,
  evidenceTable,
  TABLE_LIMITS,
} from '../domain/evidence-table.ts';
import { CommandProblem } from './problem.ts';

type Json = Record<string, unknown>;
interface ReadColumn extends Json {
  name: string;
  type?: ColumnType;
}

const TYPES: Record<string, ColumnType> = {
  text: 'label',
  string: 'label',
  name: 'label',
  number: 'count',
  integer: 'count',
  int: 'count',
  n: 'count',
  percentage: 'percent',
  '%': 'percent',
  average: 'mean',
  rating: 'scale',
};

/**
 * Reads an evidence table from JSON as people write it (docs/student-check.md): rows as lists, as objects by column name, or
 * as `{cells, n, total}`; columns as names or objects, or left out; n in a column called n, in the rows, in the columns or
 * once for all.
 * @throws CommandProblem naming what is wrong
 */
export function readTable(json: unknown): EvidenceTable {
  const file: Json = Array.isArray(json) ? { rows: json } : isObject(json) ? json : {};
  const written = file.rows ?? file.data;
  if (!Array.isArray(written) || written.length === 0) throw new CommandProblem('The table has no rows.');
  const rows = written.slice(0, TABLE_LIMITS.rows + 1);
  const columns = columnsOf(file.columns, rows);
  const cells = rows.map((row) => cellsOf(row, columns));
  const typed = columns.map((column, c) => withType(column, cells, c, columns));
  const nAt = nColumn(typed);
  const values = typed.map((_, c) => c).filter((c) => c !== nAt);
  const tableN = numberOf(file.n);
  const ns = Array.isArray(file.n) ? file.n : [];
  const rowNs = ns.length === rows.length ? ns : null;
  const numbered = values.filter((c) => typed[c]?.type !== 'label').map((c) => typed[c]?.name ?? '');
  const columnNs =
    !rowNs && ns.length === numbered.length
      ? Object.fromEntries(numbered.map((name, i) => [name, numberOf(ns[i])]))
      : null;
  const table = {
    ...file,
    caption: file.caption ?? file.title,
    nName: nAt < 0 ? 'n' : typed[nAt]?.name,
    columns: values.map((c) => {
      const column = typed[c] as ReadColumn;
      const ownN = isObject(file.n) ? numberOf(file.n[column.name]) : (columnNs?.[column.name] ?? tableN);
      return {
        ...column,
        n: numberOf(column.n) ?? (column.type === 'label' ? null : ownN),
        total: column.total ?? (column.type !== 'label' && isTotal(column.name)),
      };
    }),
    rows: rows.map((row, r) => {
      const own = cells[r] ?? [];
      const object: Json = isObject(row) ? row : {};
      const labels = values.filter((c) => typed[c]?.type === 'label').map((c) => String(own[c] ?? '').trim());
      return {
        cells: values.map((c) => cellOf(own[c], typed[c]?.type)),
        n: numberOf(nAt < 0 ? (object.n ?? object.N ?? rowNs?.[r]) : own[nAt]),
        total: typeof object.total === 'boolean' ? object.total : labels.some(isTotal),
      };
    }),
  };
  const read = evidenceTable.safeParse(table);
  if (read.success) return read.data;
  throw new CommandProblem(
    read.error.issues.map(({ path, message }) => `${placeOf(path)}${message}`).join('\n'),
  );
}

function columnsOf(columns: unknown, rows: readonly unknown[]): ReadColumn[] {
  if (isObject(columns))
    return Object.entries(columns).map(([name, more]) =>
      isObject(more) ? { ...more, name } : { name, type: more as ColumnType },
    );
  if (Array.isArray(columns))
    return columns.map((column) =>
      isObject(column)
        ? { ...column, name: String(column.name ?? column.title ?? column.header ?? '') }
        : { name: String(column) },
    );
  const names = new Set<string>();
  for (const row of rows)
    if (isObject(row))
      for (const name of Object.keys(row))
        if (name !== 'total' || typeof row[name] !== 'boolean') names.add(name);
  if (names.size === 0) throw new CommandProblem('The table has no columns.');
  return [...names].map((name) => ({ name }));
}

function cellsOf(row: unknown, columns: readonly ReadColumn[]): unknown[] {
  if (!isObject(row)) {
    if (!Array.isArray(row)) throw new CommandProblem('A row is a list or an object.');
    return withoutN(row, columns);
  }
  const list = row.cells ?? row.values;
  if (Array.isArray(list))
    return withoutN(typeof row.label === 'string' ? [row.label, ...list] : list, columns, row.n);
  return columns.map(({ name }) => row[name]);
}

/** A list may leave out the n that is written beside it. */
function withoutN(list: readonly unknown[], columns: readonly ReadColumn[], n?: unknown): unknown[] {
  const at = columns.findIndex(({ name }) => N_NAMES.test(name));
  if (at >= 0 && n !== undefined && list.length === columns.length - 1)
    return [...list.slice(0, at), n, ...list.slice(at)];
  if (list.length !== columns.length)
    throw new CommandProblem(`A row has ${list.length} cells for ${columns.length} columns.`);
  return [...list];
}

function withType(
  column: ReadColumn,
  cells: readonly unknown[][],
  c: number,
  columns: readonly ReadColumn[],
): ReadColumn {
  const said = typeof column.type === 'string' ? column.type.toLowerCase() : null;
  if (said !== null) return { ...column, type: TYPES[said] ?? (said as ColumnType) };
  const values = cells.map((row) => row[c]);
  const numbers = values.map(numberOf);
  const isText = values.some(
    (value, r) => typeof value === 'string' && numbers[r] === null && !isNoText(value.trim()),
  );
  if (isText || N_NAMES.test(column.name)) return { ...column, type: isText ? 'label' : 'count' };
  const isFirst =
    c === 0 &&
    !columns.some(({ type }) => type === 'label') &&
    !PERCENTS.test(column.name) &&
    !MEANS.test(column.name);
  if (
    isFirst &&
    columns.length > 2 &&
    !numbers.some((number) => number !== null && !Number.isInteger(number))
  )
    return { ...column, type: 'label' };
  if (PERCENTS.test(column.name) || values.some((value) => typeof value === 'string' && value.includes('%')))
    return { ...column, type: 'percent' };
  const isMean =
    MEANS.test(column.name) || numbers.some((number) => number !== null && !Number.isInteger(number));
  return { ...column, type: isMean ? 'mean' : 'count' };
}

/** @returns which column is the rows' n, or -1 */
function nColumn(columns: readonly ReadColumn[]): number {
  const others = columns.filter(({ name, type }) => type !== 'label' && !N_NAMES.test(name));
  const called = columns.findIndex(({ name, type }) => type === 'count' && N_NAMES.test(name));
  if (called >= 0) return others.length > 0 ? called : -1;
  const needed = others.some(({ type }) => type !== 'count');
  return needed ? columns.findIndex(({ name, type }) => type === 'count' && STUDENTS.test(name)) : -1;
}

function placeOf(path: readonly PropertyKey[]): string {
  const [part, at, ...rest] = path.map(String);
  if (part === 'rows' && at !== undefined)
    return `row ${Number(at) + 1}${rest.length > 0 ? `, ${rest.join(' ')}` : ''}: `;
  if (part === 'columns' && at !== undefined)
    return `column ${Number(at) + 1}${rest.length > 0 ? `, ${rest.join(' ')}` : ''}: `;
  return part ? `${part}: ` : '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
