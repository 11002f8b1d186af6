import type { EvidenceTable } from '../domain/evidence-table.ts';
import { checkTable, type TableVerdict } from './check-table.ts';
import type { Place } from './markdown-table.ts';
import type { CheckedText, Question } from './questions.ts';
import { hideSmall, smallPassage, TABLE_FIXES, type TableFix, wholeClassOnly } from './small-table.ts';
import { type TextTable, type TextTablePart, textTables } from './text-tables.ts';

/** A place of a text and what comes there instead. */
export interface Edit extends Place {
  fix: string;
}

/** A question about a table in a text. Its passage names the numbers; its place is that of the table. */
export interface TextTableQuestion extends Question {
  tableFixes: readonly TableFix[];
  /** what each of the fixes does to the text of the field */
  edits: Partial<Record<TableFix, Edit[]>>;
}

/** What makes a table out of one with everybody in one row. */
export interface TableWriter {
  /** what the row for everybody is called */
  wholeClass: string;
  write(table: EvidenceTable): string;
}

/** What stands where a number was taken out. */
const HIDDEN = '–';

/** One question for each table in the texts that the small-cell algorithm does not let out as it is. */
export function textTableQuestions(
  texts: readonly CheckedText[],
  smallN: number,
  writer: TableWriter,
): TextTableQuestion[] {
  return texts.flatMap(({ field, text }) =>
    textTables(text).flatMap((table): TextTableQuestion[] => {
      const verdicts = table.parts.map((part) => ({ part, verdict: checkTable(part.table, smallN) }));
      const found = verdicts.filter(({ verdict }) => verdict.verdict !== 'fine');
      if (found.length === 0) return [];
      const edits = editsOf(table, text, smallN, writer);
      const passage = found.map(({ part, verdict }) => smallPassage(part.table, verdict)).join('; ');
      return [
        {
          type: 'small-cell',
          severity: 'stop',
          field,
          start: table.start,
          end: table.end,
          text: passage,
          fix: null,
          answers: [passage, ...found.flatMap(rowsAsked)].join('\n').toLowerCase(),
          tableFixes: TABLE_FIXES.filter((fix) => edits[fix] !== undefined),
          edits,
        },
      ];
    }),
  );
}

/** All that stands in the rows of the numbers that must go. */
function rowsAsked({ part, verdict }: { part: TextTablePart; verdict: TableVerdict }): string[] {
  const asked = new Set([...verdict.hide, ...verdict.band].map(({ row }) => row));
  return part.table.rows.flatMap(({ cells }, r) => (asked.has(r) ? [cells.join(' · ')] : []));
}

function editsOf(
  { start, end, parts }: TextTable,
  text: string,
  smallN: number,
  { wholeClass, write }: TableWriter,
): TextTableQuestion['edits'] {
  const hidden = parts.map((part) => hidingIn(part, text, smallN));
  const [only, ...others] = parts;
  const all = only && others.length === 0 ? wholeClassOnly(only.table, smallN, wholeClass) : null;
  return {
    ...(hidden.every((edits) => edits !== null) ? { hide: hidden.flat() } : {}),
    ...(all ? { 'whole-class': [{ start, end, fix: write(all) }] } : {}),
    'leave-out': [{ start, end, fix: '' }],
  };
}

/** @returns null when too little would be left */
function hidingIn({ table, placeOf }: TextTablePart, text: string, smallN: number): Edit[] | null {
  const shown = hideSmall(table, smallN);
  if (shown === null) return null;
  const edits = new Map<number, Edit>();
  const put = (place: Place | null, was: unknown, is: string | number | null | undefined) => {
    if (!place || was === is) return;
    const old = text.slice(place.start, place.end);
    edits.set(place.start, { ...place, fix: typeof is === 'string' ? is : marked(old) });
  };
  shown.columns.forEach(({ n, name }, c) => {
    put(placeOf({ row: 'n', column: name }), table.columns[c]?.n, n);
  });
  shown.rows.forEach(({ cells, n }, r) => {
    const before = table.rows[r];
    put(placeOf({ row: r, column: table.nName }), before?.n, n);
    cells.forEach((cell, c) => {
      put(placeOf({ row: r, column: table.columns[c]?.name ?? '' }), before?.cells[c], cell);
    });
  });
  return [...edits.values()];
}

/** Bold stays bold. */
function marked(old: string): string {
  const [marks = ''] = /^[*_]{0,3}/.exec(old) ?? [];
  return `${marks}${HIDDEN}${marks}`;
}
