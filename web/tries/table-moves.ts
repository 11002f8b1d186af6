import { mendTable } from '../../server/actions/mend-table.ts';
import type { MarkedQuestion } from '../../server/actions/student-check.ts';
import { TABLE_FIELD } from '../../server/check/small-table.ts';
import { TRY_TABLE } from '../../server/domain/adaptation.ts';
import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';
import { TABLE_NAMES as NAMES } from '../../server/domain/table-names.ts';
import { answerName } from '../check/check-form.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Visit } from '../http/visit.ts';
import type { Say } from '../kit/messages.ts';
import { readTable, tableSize, withoutTable } from './table-form.ts';

type Form = Visit['form'];

/** A table to begin with, instead of a spreadsheet. */
export const TABLE_SHAPES = ['before-after', 'two-classes', 'week-by-week', 'answers'] as const;
type Shape = (typeof TABLE_SHAPES)[number];

/** What stands in the boxes of a table that was told. */
export function tableValues(table: EvidenceTable | null | undefined): Record<string, string> {
  if (!table) return {};
  const { columns, rows, caption } = table;
  const own = columns.slice(1);
  return {
    [NAMES.caption]: caption,
    [NAMES.kind]: own[0]?.type ?? 'count',
    [NAMES.n]: text(own[0]?.n),
    [NAMES.rows]: String(rows.length),
    [NAMES.columns]: String(columns.length),
    ...Object.fromEntries(columns.map(({ name }, c) => [NAMES.column(c), name])),
    ...Object.fromEntries(rows.map(({ n }, r) => [NAMES.rowN(r), text(n)])),
    ...Object.fromEntries(
      rows.flatMap(({ cells }, r) => cells.map((cell, c) => [NAMES.cell(r, c), text(cell)])),
    ),
  };
}

const text = (value: string | number | null | undefined): string => String(value ?? '');

/** The boxes of a table of a shape, with names to begin with. */
function shapeValues(say: Say, shape: Shape): Record<string, string> {
  const made = (columns: string[], rows: string[]) => ({
    [NAMES.kind]: 'count',
    [NAMES.rows]: String(rows.length),
    [NAMES.columns]: String(columns.length),
    ...Object.fromEntries(columns.map((name, c) => [NAMES.column(c), name])),
    ...Object.fromEntries(rows.map((name, r) => [NAMES.cell(r, 0), name])),
  });
  switch (shape) {
    case 'before-after':
      return made([say('table.class'), say('table.before'), say('table.after')], [say('table.my-class')]);
    case 'two-classes':
      return made([say('table.class'), say('table.counted')], [say('table.class-a'), say('table.class-b')]);
    case 'week-by-week':
      return made(
        [say('table.week'), say('table.counted')],
        [1, 2, 3].map((week) => say('table.week-n', { week })),
      );
    case 'answers':
      return made(
        [say('table.answer'), say('table.students')],
        [say('table.yes'), say('table.partly'), say('table.no')],
      );
  }
}

/**
 * What a button of the table does to a form: begins one, adds a row or a column, leaves it out.
 * @returns the form, and which box the next page begins at; null when no such button was pressed
 */
export function tableMoved(say: Say, form: Form): Form | null {
  const [what, shape] = typed(form, NAMES.go).split(' ');
  const size = tableSize(form);
  const begun = what === 'begin' ? TABLE_SHAPES.find((one) => one === shape) : undefined;
  if (begun) return { ...withoutTable(form), ...shapeValues(say, begun), [NAMES.focus]: NAMES.caption };
  if (what === 'leave-out') return { ...withoutTable(form), [NAMES.focus]: 'table' };
  if (what === 'row' && size) {
    const rows = Math.min(size.rows + 1, TRY_TABLE.rows);
    return { ...form, [NAMES.rows]: String(rows), [NAMES.focus]: NAMES.cell(rows - 1, 0) };
  }
  if (what === 'column' && size) {
    const columns = Math.min(size.columns + 1, TRY_TABLE.columns);
    return { ...form, [NAMES.columns]: String(columns), [NAMES.focus]: NAMES.column(columns - 1) };
  }
  return null;
}

/** The boxes of the table after the fix that was chosen for what the student check found in it; none when none was. */
export async function mendedTable(
  { web, frame: { say } }: MemberVisit,
  form: Form,
  found: readonly MarkedQuestion[],
): Promise<Record<string, string>> {
  const question = found.find(({ field, tableFixes }) => field === TABLE_FIELD && tableFixes !== undefined);
  const chosen = question && typed(form, answerName(question.mark));
  const fix = question?.tableFixes?.find((one) => one === chosen);
  const table = evidenceTable.safeParse(readTable(form).table).data;
  if (!fix || !table) return {};
  const better = await mendTable(web.ctx.db, table, fix, say('table.whole-class'));
  const blank = Object.keys(form).filter((name) => !(name in withoutTable(form)));
  return { ...Object.fromEntries(blank.map((name) => [name, ''])), ...tableValues(better) };
}
