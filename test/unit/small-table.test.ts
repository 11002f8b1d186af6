import { describe, expect, test } from '@jest/globals';
import { checkTable } from '../../server/check/check-table.ts';
import { hideSmall, tableQuestions, wholeClassOnly } from '../../server/check/small-table.ts';
import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';
import { tableLines, tableMarkdown } from '../../server/text/table-text.ts';

type Row = [string, number | null, number | null];

function table(type: string, rows: [Row, number | null][], more: object = {}): EvidenceTable {
  return evidenceTable.parse({
    columns: [
      { name: 'Class', type: 'label' },
      { name: 'before', type },
      { name: 'after', type, ...more },
    ],
    rows: rows.map(([cells, n]) => ({ cells, n, total: cells[0] === 'All' })),
  });
}

const CLASSES = table('count', [
  [['Class A', 11, 16], 27],
  [['Class B', 12, 19], 26],
]);
const NEWCOMERS = table('percent', [
  [['Class A', 40, 60], 22],
  [['Newcomers', 25, 75], 4],
  [['Class B', 50, 70], 20],
]);

describe('a table about small groups', () => {
  test('whole classes are not asked about', () => {
    expect(tableQuestions([CLASSES], 10)).toEqual([]);
  });

  test('is one stop that names every number which must go, with what can be done', () => {
    expect(tableQuestions([NEWCOMERS], 10)).toMatchObject([
      {
        type: 'small-cell',
        severity: 'stop',
        field: 'table',
        text: 'Newcomers · before: 25 · after: 75 · n: 4',
        tableFixes: ['hide', 'whole-class', 'leave-out'],
      },
    ]);
  });

  test('hidden, the row stays and its numbers are nowhere', () => {
    const shown = hideSmall(NEWCOMERS, 10);
    expect(shown?.rows[1]).toEqual({ cells: ['Newcomers', null, null], n: null, total: false });
    expect(shown?.rows[0]?.cells).toEqual(['Class A', 40, 60]);
    expect(checkTable(shown as EvidenceTable, 10).verdict).toBe('fine');
    // and it may be told and read again as it is
    expect(evidenceTable.parse(JSON.parse(JSON.stringify(shown)))).toEqual(shown);
  });

  test('no number stays beside a number of students that had to go', () => {
    const all = table('mean', [
      [['Class A', 4, 5], 14],
      [['Newcomers', 3, 6], 6],
      [['Class B', 4, 6], 21],
      [['All', 4, 6], 41],
    ]);
    const shown = hideSmall(all, 10) as EvidenceTable;
    expect(shown.rows.filter(({ n }) => n === null).map(({ cells }) => cells.slice(1))).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(shown.rows.at(-1)?.n).toBe(41);
  });

  test('the whole class is weighed by its groups, or is the row that says so', () => {
    expect(wholeClassOnly(NEWCOMERS, 10, 'Whole class')?.rows).toEqual([
      { cells: ['Whole class', 43, 66], n: 46, total: true },
    ]);
    const withAll = table('count', [
      [['Class A', 4, 16], 20],
      [['All', 24, 30], 40],
    ]);
    expect(wholeClassOnly(withAll, 10, 'Whole class')?.rows.map(({ cells }) => cells)).toEqual([
      ['All', 24, 30],
    ]);
  });

  test('rows that are not groups of students cannot be taken together; too few stay too few', () => {
    const weeks = table('count', [
      [['Week 1', 4, 5], null],
      [['Week 2', 12, 15], null],
    ]);
    expect(wholeClassOnly(weeks, 10, 'Whole class')).toBeNull();
    const few = table('count', [
      [['Class A', 1, 2], 4],
      [['Class B', 3, 2], 4],
    ]);
    expect(tableQuestions([few], 10)).toMatchObject([{ tableFixes: ['leave-out'] }]);
    expect([hideSmall(few, 10), wholeClassOnly(few, 10, '')]).toEqual([null, null]);
  });

  test('small groups of any shape: what is hidden never needs hiding again, and nothing small is left', () => {
    let seed = 7;
    const next = (max: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % max;
    };
    for (let round = 0; round < 400; round += 1) {
      const type = ['count', 'percent', 'mean'][next(3)] as string;
      const rows = Array.from({ length: 1 + next(6) }, (_, r): [Row, number | null] => {
        const n = 2 + next(30);
        const value = () => (type === 'percent' ? next(101) : next(n + 1));
        return [[next(6) === 0 ? 'All' : `Group ${r}`, value(), next(9) === 0 ? null : value()], n];
      });
      const shown = hideSmall(table(type, rows), 10);
      if (!shown) continue;
      expect(checkTable(shown, 10).verdict).toBe('fine');
      for (const { cells, n } of shown.rows) {
        expect(n === null || n >= 10).toBe(true);
        if (n === null) expect(cells.slice(1).every((cell) => cell === null)).toBe(true);
      }
      expect(evidenceTable.safeParse(shown).success).toBe(true);
    }
  });
});

describe('a table in words', () => {
  test('row by row, with how many students, in the language of the try', () => {
    expect(tableLines(CLASSES, 'en')).toEqual([
      'Class A: 11 before, 16 after, of 27',
      'Class B: 12 before, 19 after, of 26',
    ]);
    const weeks = evidenceTable.parse({
      columns: [
        { name: 'Viikko', type: 'label' },
        { name: 'vuoroja', type: 'mean', n: 23 },
      ],
      rows: [{ cells: ['1', 6.5] }, { cells: ['8', null] }],
    });
    expect(tableLines(weeks, 'fi')).toEqual(['1: 6,5 vuoroja, yhteensä 23', '8: – vuoroja, yhteensä 23']);
  });

  test('and as Markdown, where a bar in a name stays a bar', () => {
    const named = evidenceTable.parse({
      caption: 'Who spoke',
      columns: [
        { name: 'Class', type: 'label' },
        { name: 'a|b', type: 'percent' },
      ],
      rows: [{ cells: ['7a', 40], n: 20 }],
    });
    expect(tableMarkdown(named, 'en')).toBe(
      'Who spoke\n\n| Class | a\\|b | n |\n| --- | --- | --- |\n| 7a | 40 % | 20 |',
    );
  });
});
