import type { EvidenceColumn, EvidenceRow, EvidenceTable } from '../domain/evidence-table.ts';
import { tryWords } from '../domain/try-words.ts';

/** What stands for a number that is not there or not shown. */
export const NO_NUMBER = '–';

/** A number as the language writes it, a band as it is, a dash for none. */
export function cellText(cell: EvidenceRow['cells'][number], column: EvidenceColumn, lang: string): string {
  if (column.type === 'label') return String(cell ?? '');
  if (cell === null) return NO_NUMBER;
  if (typeof cell === 'string') return cell;
  return `${numberText(cell, lang)}${column.type === 'percent' ? ' %' : ''}`;
}

export function numberText(number: number, lang: string): string {
  try {
    return new Intl.NumberFormat(lang, { maximumFractionDigits: 3, useGrouping: 'min2' }).format(number);
  } catch {
    return String(number);
  }
}

/** The number of students behind all values, where it is one for the whole table. */
export function commonN({ columns, rows }: EvidenceTable): number | null {
  const numbers = columns.filter(({ type }) => type !== 'label').map(({ n }) => n);
  const [first = null] = numbers;
  return numbers.every((n) => n === first) && rows.every(({ n }) => n === null) ? first : null;
}

/** A table row by row in words, for readers that keep no tables: “Class A: 9 before, 16 after, of 27”. */
export function tableLines(table: EvidenceTable, lang: string): string[] {
  const { columns, rows } = table;
  const of = tryWords(lang).of;
  return rows.map((row) => {
    const label = labelsOf(table, row);
    const values = columns.flatMap((column, c) =>
      column.type === 'label' ? [] : [`${cellText(row.cells[c] ?? null, column, lang)} ${column.name}`],
    );
    const n = row.n ?? commonN(table);
    if (n !== null) values.push(of.replace('{n}', numberText(n, lang)));
    return `${label === '' ? '' : `${label}: `}${values.join(', ')}`;
  });
}

/** The same as a Markdown table, its caption above it. */
export function tableMarkdown(table: EvidenceTable, lang: string): string {
  const { caption, columns, rows, nName } = table;
  const n = commonN(table);
  const hasN = rows.some((row) => row.n !== null);
  const line = (cells: readonly string[]) => `| ${cells.map(plainCell).join(' | ')} |`;
  const head = [...columns.map(({ name }) => name), ...(hasN ? [nName] : [])];
  const body = rows.map((row) => [
    ...columns.map((column, c) => cellText(row.cells[c] ?? null, column, lang)),
    ...(hasN ? [row.n === null ? NO_NUMBER : numberText(row.n, lang)] : []),
  ]);
  const above = [caption, n === null ? '' : `${nName} = ${numberText(n, lang)}`].filter(
    (text) => text !== '',
  );
  return [...above, [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')].join('\n\n');
}

const plainCell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function labelsOf({ columns }: EvidenceTable, { cells }: EvidenceRow): string {
  return columns
    .flatMap(({ type }, c) => (type === 'label' ? [String(cells[c] ?? '')] : []))
    .filter((text) => text !== '')
    .join(', ');
}
