import type { EvidenceRow, EvidenceTable } from '../domain/evidence-table.ts';
import { checkTable, type Place, type TableVerdict } from './check-table.ts';
import { publishTable } from './publish-table.ts';
import type { Question } from './questions.ts';

/** What one press can do about small groups in a table. */
export const TABLE_FIXES = ['hide', 'whole-class', 'leave-out'] as const;
export type TableFix = (typeof TABLE_FIXES)[number];

/** The field of the texts under which a table is asked about. */
export const TABLE_FIELD = 'table';

export interface TableQuestion extends Question {
  tableFixes: readonly TableFix[];
}

/**
 * What the small-cell algorithm says of tables, as questions of the student check: one for a table, with the numbers that
 * must go and what can be done.
 */
export function tableQuestions(tables: readonly EvidenceTable[], smallN: number): TableQuestion[] {
  return tables.flatMap((table): TableQuestion[] => {
    const verdict = checkTable(table, smallN);
    if (verdict.verdict === 'fine') return [];
    const possible: Record<TableFix, boolean> = {
      hide: hideSmall(table, smallN) !== null,
      'whole-class': wholeClassOnly(table, smallN, '') !== null,
      'leave-out': true,
    };
    const text = smallPassage(table, verdict);
    return [
      {
        ...{
          type: 'small-cell',
          severity: 'stop',
          field: TABLE_FIELD,
          start: 0,
          end: text.length,
          text,
          fix: null,
          answers: text.toLowerCase(),
        },
        tableFixes: TABLE_FIXES.filter((fix) => possible[fix]),
      },
    ];
  });
}

/**
 * The table without its numbers about few students. Where the number of students had to go, what stands beside it goes too:
 * a number is never shown without its n.
 * @returns null when too little would be left
 */
export function hideSmall(table: EvidenceTable, smallN: number): EvidenceTable | null {
  let shown = table;
  for (;;) {
    const verdict = checkTable(shown, smallN);
    if (verdict.verdict === 'refuse') return null;
    if (verdict.verdict === 'fine') return hasNumbers(shown) ? shown : null;
    shown = withoutBare(publishTable(shown, verdict), table);
  }
}

/**
 * The table with one row for everybody: the row of totals, else all groups taken together (numbers of students added up,
 * percentages and means weighed by their n).
 * @param label what the new row is called
 * @returns null when the rows are not groups of students, or everybody together are too few
 */
export function wholeClassOnly(table: EvidenceTable, smallN: number, label: string): EvidenceTable | null {
  const row = table.rows.find(({ total }) => total) ?? together(table, label);
  return row && hideSmall({ ...table, rows: [row] }, smallN);
}

function together({ columns, rows }: EvidenceTable, label: string): EvidenceRow | null {
  const n = rows.reduce((sum, row) => sum + (row.n ?? Number.NaN), 0);
  if (rows.length < 2 || Number.isNaN(n) || n === 0) return null;
  const cells = columns.map(({ type }, c) => {
    if (type === 'label') return c === 0 ? label : '';
    const values = rows.map(({ cells: own }) => own[c]);
    if (!values.every((value) => typeof value === 'number')) return null;
    if (type === 'count') return values.reduce((sum, value) => sum + value, 0);
    const mean = values.reduce((sum, value, r) => sum + value * (rows[r]?.n ?? 0), 0) / n;
    return type === 'percent' ? Math.round(mean) : Math.round(mean * 10) / 10;
  });
  return { cells, n, total: true };
}

function withoutBare(table: EvidenceTable, before: EvidenceTable): EvidenceTable {
  const nOf = ({ rows, columns }: EvidenceTable, r: number, c: number) => rows[r]?.n ?? columns[c]?.n ?? null;
  const isBare = (r: number, c: number) =>
    table.columns[c]?.type !== 'label' && nOf(before, r, c) !== null && nOf(table, r, c) === null;
  return {
    ...table,
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, c) => (isBare(r, c) ? null : cell)),
    })),
  };
}

function hasNumbers({ columns, rows }: EvidenceTable): boolean {
  return rows.some(({ cells }) => cells.some((cell, c) => cell !== null && columns[c]?.type !== 'label'));
}

/** The numbers that must go, as a line: “Class B · before: 4 · n: 6”. */
export function smallPassage(table: EvidenceTable, { hide, band }: TableVerdict): string {
  const rows = Map.groupBy([...hide, ...band], ({ row }) => row);
  return [...rows]
    .map(([row, places]) => [nameOf(table, row), ...places.map((place) => said(table, place))])
    .map((parts) => parts.filter((part) => part !== '').join(' · '))
    .join('; ');
}

function nameOf({ columns, rows }: EvidenceTable, row: Place['row']): string {
  if (row === 'n') return '';
  const label = rows[row]?.cells[columns.findIndex(({ type }) => type === 'label')];
  return typeof label === 'string' ? label : '';
}

function said(table: EvidenceTable, { row, column }: Place): string {
  const c = table.columns.findIndex(({ name }) => name === column);
  const value = row === 'n' ? table.columns[c]?.n : c < 0 ? table.rows[row]?.n : table.rows[row]?.cells[c];
  return `${row === 'n' ? `${column} (${table.nName})` : column}: ${value ?? ''}`;
}
