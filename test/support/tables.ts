import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';

/** A small table about two whole classes. @param word stands in its caption, a name and a label */
export function aTable(word = 'hands'): EvidenceTable {
  return evidenceTable.parse({
    caption: `Who spoke, ${word}`,
    columns: [
      { name: 'Class', type: 'label' },
      { name: 'before', type: 'count' },
      { name: `after ${word}`, type: 'count' },
    ],
    rows: [
      { cells: [`Class A ${word}`, 11, 16], n: 27 },
      { cells: ['Class B', 12, 19], n: 26 },
    ],
  });
}

/** The boxes of a small table in a form: the names of its columns, then row by row, the number of students last. */
export function tableForm(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    'table-kind': 'count',
    'table-rows': String(rows.length),
    'table-columns': String(columns.length),
    ...Object.fromEntries(columns.map((name, c) => [`table-column-${c + 1}`, name])),
    ...Object.fromEntries(
      rows.flatMap((cells, r) =>
        cells.map((cell, c) => [
          c < columns.length ? `table-cell-${r + 1}-${c + 1}` : `table-n-${r + 1}`,
          String(cell),
        ]),
      ),
    ),
    ...more,
  };
}
