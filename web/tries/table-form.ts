import { cellOf, isTotal } from '../../server/check/read-cell.ts';
import { TRY_TABLE } from '../../server/domain/adaptation.ts';
import { BANDS, TABLE_LIMITS } from '../../server/domain/evidence-table.ts';
import { TABLE_NAMES as NAMES } from '../../server/domain/table-names.ts';
import { cleanLine } from '../../server/domain/text-limits.ts';
import type { Problem } from '../../server/domain/work.ts';
import { typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';

type Form = Visit['form'];

/** What the numbers of a small table are: all of them the same. */
export const TABLE_KINDS = ['count', 'percent', 'mean'] as const;

/** How large the table of a form is; null when there is none. The first column holds the names of the rows. */
export function tableSize(
  values: Readonly<Record<string, unknown>>,
): { rows: number; columns: number } | null {
  const rows = Number(values[NAMES.rows] ?? 0);
  const columns = Number(values[NAMES.columns] ?? 0);
  if (!(rows >= 1 && columns >= 2)) return null;
  return {
    rows: Math.min(Math.trunc(rows), TRY_TABLE.rows),
    columns: Math.min(Math.trunc(columns), TRY_TABLE.columns),
  };
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** The form without the empty rows and columns of its table, so that the others stand one below the other. */
export function tidyTable(form: Form): Form {
  const size = tableSize(form);
  if (!size) return form;
  const has = (name: string) => typed(form, name).trim() !== '';
  const columns = numbers(size.columns).filter(
    (c) => c === 0 || has(NAMES.column(c)) || numbers(size.rows).some((r) => has(NAMES.cell(r, c))),
  );
  const rows = numbers(size.rows).filter(
    (r) => has(NAMES.rowN(r)) || columns.some((c) => has(NAMES.cell(r, c))),
  );
  if (rows.length === 0 && columns.length === 1 && !has(NAMES.caption)) return withoutTable(form);
  const kept = {
    [NAMES.caption]: typed(form, NAMES.caption),
    [NAMES.kind]: typed(form, NAMES.kind),
    [NAMES.n]: typed(form, NAMES.n),
    [NAMES.rows]: String(Math.max(rows.length, 1)),
    [NAMES.columns]: String(Math.max(columns.length, 2)),
    ...Object.fromEntries(columns.map((from, c) => [NAMES.column(c), typed(form, NAMES.column(from))])),
    ...Object.fromEntries(rows.map((from, r) => [NAMES.rowN(r), typed(form, NAMES.rowN(from))])),
    ...Object.fromEntries(
      rows.flatMap((row, r) =>
        columns.map((column, c) => [NAMES.cell(r, c), typed(form, NAMES.cell(row, column))]),
      ),
    ),
  };
  return { ...withoutTable(form), ...kept };
}

/** The form without its table. */
export function withoutTable(form: Form): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('table-')));
}

/**
 * Reads the table of a form that is tidy. Nothing is cut and nothing is guessed: what does not fit is said at its box.
 * @returns `table` null when there is none
 */
export function readTable(form: Form): { table: unknown; problems: Problem[] } {
  const size = tableSize(form);
  if (!size) return { table: null, problems: [] };
  const problems: Problem[] = [];
  const complain = (field: string, say: string) => problems.push({ field, say });
  const text = (name: string, limit: number): string => {
    const value = cleanLine(typed(form, name), limit * 4);
    if (value.length > limit) complain(name, 'too-long');
    return value;
  };
  const caption = text(NAMES.caption, TRY_TABLE.caption);
  const kind = TABLE_KINDS.find((one) => one === typed(form, NAMES.kind)) ?? 'count';
  const all = studentsIn(form, NAMES.n, complain);
  const names = numbers(size.columns).map((c) => text(NAMES.column(c), TRY_TABLE.name));
  names.forEach((name, c) => {
    if (name === '') complain(NAMES.column(c), 'missing');
    else if (name.toLowerCase() === 'n' || names.indexOf(name) < c) complain(NAMES.column(c), 'own-name');
  });
  const rows = numbers(size.rows).map((r) => {
    const label = text(NAMES.cell(r, 0), TRY_TABLE.label);
    const n = studentsIn(form, NAMES.rowN(r), complain);
    const values = numbers(size.columns - 1).map((c) => numberIn(form, NAMES.cell(r, c + 1), kind, complain));
    if (values.some((value) => value !== null) && (n ?? all) === null) complain(NAMES.rowN(r), 'no-n');
    return { cells: [label, ...values], n, total: isTotal(label) };
  });
  if (!rows.some(({ cells }) => cells.slice(1).some((cell) => cell !== null)) && problems.length === 0)
    complain('table', 'no-numbers');
  const columns = names.map((name, c) =>
    c === 0 ? { name, type: 'label' } : { name, type: kind, n: all, total: isTotal(name) },
  );
  return { table: { caption, columns, rows }, problems };
}

type Complain = (field: string, what: string) => void;

function studentsIn(form: Form, name: string, complain: Complain): number | null {
  const value = cellOf(typed(form, name).normalize('NFKC').trim(), 'count');
  if (value === null) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= TABLE_LIMITS.number)
    return value;
  complain(name, 'no-count');
  return null;
}

function numberIn(
  form: Form,
  name: string,
  kind: (typeof TABLE_KINDS)[number],
  complain: Complain,
): number | string | null {
  const value = cellOf(typed(form, name).normalize('NFKC').trim(), kind);
  if (value === null) return null;
  if (kind === 'percent' && (value === BANDS.low || value === BANDS.high)) return value;
  if (typeof value !== 'number' || Math.abs(value) > TABLE_LIMITS.number) {
    complain(name, 'no-number');
    return null;
  }
  if (kind === 'count' && (value < 0 || !Number.isInteger(value))) complain(name, 'no-count');
  if (kind === 'percent' && (value < 0 || value > 100)) complain(name, 'no-percent');
  return value;
}
