import { z } from 'zod';
import { cleanLine, cleanText } from './text-limits.ts';

/** `count` of students; `percent` 0–100 of them; `mean` of something over them; `scale` a mean on a scale min–max. */
export const COLUMN_TYPES = ['label', 'count', 'percent', 'mean', 'scale'] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];
export const CHARTS = ['none', 'bars', 'before-after', 'line'] as const;
export type Chart = (typeof CHARTS)[number];

/** What a published table shows instead of a percentage that would say that all or none of a small group. */
export const BANDS = { low: '≤5 %', high: '≥95 %' } as const;

export const TABLE_LIMITS = {
  caption: 200,
  how: 600,
  name: 60,
  unit: 30,
  label: 120,
  columnsMin: 2,
  columns: 8,
  rows: 24,
  number: 1_000_000_000,
} as const;

const line = (max: number) => z.string().transform((text) => cleanLine(text, max));
const quantity = z.number().min(-TABLE_LIMITS.number).max(TABLE_LIMITS.number);
const students = z.number().int().min(0).max(TABLE_LIMITS.number).nullable().default(null);
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .nullable()
  .default(null);

const column = z.object({
  name: line(TABLE_LIMITS.name).pipe(z.string().min(1, 'every column needs a name')),
  type: z.enum(COLUMN_TYPES),
  /** of a `scale` */
  min: quantity.nullable().default(null),
  max: quantity.nullable().default(null),
  unit: line(TABLE_LIMITS.unit).default(''),
  /** students behind the column's values, when that is the same in every row */
  n: students,
  /** its values are those of the other columns taken together */
  total: z.boolean().default(false),
});

const row = z.object({
  /** one for each column: text under a label; a number, null (not there, or hidden) or a band under all others */
  cells: z.array(z.union([line(TABLE_LIMITS.label), quantity, z.null()])).max(TABLE_LIMITS.columns),
  /** students behind the row's values; goes before the column's */
  n: students,
  /** its values are those of the other rows taken together */
  total: z.boolean().default(false),
});

/**
 * A small table of what was counted or measured, as it comes in: caps on everything, types that fit, and the number of
 * students behind every percentage and mean. Problems are plain sentences.
 */
export const evidenceTable = z
  .object({
    caption: z
      .string()
      .transform((text) => cleanText(text, TABLE_LIMITS.caption).trim())
      .default(''),
    columns: z.array(column).min(TABLE_LIMITS.columnsMin).max(TABLE_LIMITS.columns),
    rows: z.array(row).min(1).max(TABLE_LIMITS.rows),
    /** what the column of the rows' `n` is called */
    nName: line(TABLE_LIMITS.name).pipe(z.string().min(1)).default('n'),
    chart: z.enum(CHARTS).default('none'),
    /** when it was collected, YYYY-MM-DD */
    from: date,
    to: date,
    /** how it was collected */
    how: z
      .string()
      .transform((text) => cleanText(text, TABLE_LIMITS.how).trim())
      .default(''),
  })
  .check((context) => {
    for (const { path, say } of tableProblems(context.value))
      context.issues.push({ code: 'custom', message: say, path, input: context.value });
  });

export type EvidenceTable = z.infer<typeof evidenceTable>;
export type EvidenceColumn = EvidenceTable['columns'][number];
export type EvidenceRow = EvidenceTable['rows'][number];

function tableProblems(
  table: Pick<EvidenceTable, 'columns' | 'rows' | 'nName'>,
): { path: (string | number)[]; say: string }[] {
  const problems: { path: (string | number)[]; say: string }[] = [];
  const names = [...table.columns.map(({ name }) => name), table.nName];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) problems.push({ path: ['columns'], say: `two columns are called “${twice}”` });
  if (table.columns.every(({ type }) => type === 'label'))
    problems.push({ path: ['columns'], say: 'there is no column of numbers' });
  table.rows.forEach(({ cells, n }, r) => {
    if (cells.length !== table.columns.length)
      problems.push({
        path: ['rows', r],
        say: `has ${cells.length} cells for ${table.columns.length} columns`,
      });
    else
      table.columns.forEach((column, c) => {
        const say = cellProblem(cells[c] ?? null, column, n ?? column.n);
        if (say) problems.push({ path: ['rows', r, column.name], say });
      });
  });
  return problems;
}

function cellProblem(cell: string | number | null, column: EvidenceColumn, n: number | null): string | null {
  if (column.type === 'label') return typeof cell === 'number' ? 'a label is text' : null;
  if (cell === null || cell === BANDS.low || cell === BANDS.high) return null;
  if (typeof cell === 'string') return `“${cell}” is not a number`;
  if (column.type === 'count' && (cell < 0 || !Number.isInteger(cell))) return 'a count is 0, 1, 2 …';
  if (column.type === 'percent' && (cell < 0 || cell > 100)) return 'a percentage is between 0 and 100';
  if (column.type === 'scale' && (cell < (column.min ?? cell) || cell > (column.max ?? cell)))
    return `is not on the scale from ${column.min} to ${column.max}`;
  return column.type !== 'count' && n === null ? 'say how many students are behind this number (n)' : null;
}
