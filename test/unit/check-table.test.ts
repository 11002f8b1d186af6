import { describe, expect, test } from '@jest/globals';
import { checkTable } from '../../server/check/check-table.ts';
import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';

type Row = [...(string | number | null)[]];
type Column = [name: string, type: string, more?: Record<string, unknown>];

/** `n` is the last of a row; a row called Total is one. */
function table(columns: Column[], rows: [Row, number | null][]): EvidenceTable {
  return evidenceTable.parse({
    columns: [['group', 'label'] as Column, ...columns].map(([name, type, more]) => ({
      name,
      type,
      ...more,
    })),
    rows: rows.map(([cells, n]) => ({ cells, n, total: cells[0] === 'Total' })),
  });
}

/** `row.column` of what is hidden. */
function hidden(tableIn: EvidenceTable, smallN = 10): string[] {
  return checkTable(tableIn, smallN).hide.map(({ row, column }) => `${row}.${column}`);
}

describe('step 1: what is marked', () => {
  test('nothing in a table about whole classes', () => {
    const t = table(
      [
        ['before', 'mean'],
        ['after', 'mean'],
      ],
      [
        [['With', 9.3, 15.5], 27],
        [['Without', 9.8, 11], 26],
      ],
    );
    expect(checkTable(t, 10)).toEqual({ verdict: 'fine', hide: [], band: [] });
  });

  test('percentages, means and scale values of few students, and how few', () => {
    const columns: Column[] = [
      ['p', 'percent'],
      ['m', 'mean'],
      ['s', 'scale', { min: 1, max: 5 }],
    ];
    const rows: [Row, number][] = [
      [['All', 34, 6.4, 3], 23],
      [['New', 20, 6, 4], 9],
      [['Old', 36, 6.5, 3], 14],
    ];
    expect(hidden(table(columns, rows))).toEqual(['1.p', '1.m', '1.s', '1.n']);
    expect(hidden(table(columns, rows), 9)).toEqual([]);
    expect(hidden(table(columns, rows), 15)).toEqual([
      '1.p',
      '1.m',
      '1.s',
      '1.n',
      '2.p',
      '2.m',
      '2.s',
      '2.n',
    ]);
  });

  test('counts below the threshold, but not 0 in a large group', () => {
    const t = table(
      [['c', 'count']],
      [
        [['a', 9], 40],
        [['b', 10], 40],
        [['c', 0], 40],
        [['d', 1], 40],
        [['e', 30], 40],
      ],
    );
    expect(hidden(t)).toEqual(['0.c', '3.c']);
  });

  test('nobody and everybody in a group below twice the threshold', () => {
    const t = table(
      [['c', 'count']],
      [
        [['a', 0], 19],
        [['b', 19], 19],
        [['c', 0], 20],
        [['d', 20], 20],
        [['e', 15], 19],
      ],
    );
    expect(hidden(t)).toEqual(['0.c', '1.c']);
  });

  test('the n of a column stands for all its values', () => {
    const t = table(
      [
        ['a', 'percent', { n: 27 }],
        ['b', 'percent', { n: 6 }],
        ['c', 'mean', { n: 27 }],
      ],
      [
        [['x', 10, 20, 1], null],
        [['y', 45, 80, 2], null],
      ],
    );
    expect(hidden(t)).toEqual(['0.b', '1.b', 'n.b']);
  });

  test('a row’s own n goes before the column’s', () => {
    const t = table(
      [
        ['a', 'percent', { n: 6 }],
        ['b', 'mean', { n: 27 }],
      ],
      [
        [['x', 40, 2], 30],
        [['y', 45, 3], 31],
      ],
    );
    expect(hidden(t)).toEqual(['n.a']);
  });
});

describe('step 2: what could be had by taking away', () => {
  test('one hidden count and its total: the smallest other goes too', () => {
    const t = table(
      [['c', 'count']],
      [
        [['a', 4], 30],
        [['b', 15], 30],
        [['c', 12], 30],
        [['Total', 31], 90],
      ],
    );
    expect(hidden(t)).toEqual(['0.c', '2.c']);
  });

  test('the same for the n of the rows', () => {
    const t = table(
      [['p', 'mean']],
      [
        [['a', 4], 12],
        [['b', 5], 14],
        [['new', 6], 5],
        [['Total', 5], 31],
      ],
    );
    expect(hidden(t)).toEqual(['0.p', '0.n', '2.p', '2.n']);
  });

  test('rows and columns with totals: a square of four', () => {
    const t = table(
      [
        ['yes', 'count'],
        ['no', 'count'],
        ['all', 'count', { total: true }],
      ],
      [
        [['A', 12, 14, 26], null],
        [['B', 3, 20, 23], null],
        [['C', 15, 16, 31], null],
        [['Total', 30, 50, 80], null],
      ],
    );
    expect(hidden(t)).toEqual(['0.yes', '0.no', '1.yes', '1.no']);
  });

  test('without another number the total goes', () => {
    expect(
      hidden(
        table(
          [['c', 'count']],
          [
            [['a', 4], 30],
            [['Total', 34], 60],
          ],
        ),
      ),
    ).toEqual(['0.c', '1.c']);
  });

  test('an n that the counts beside it add up to is a total', () => {
    expect(
      hidden(
        table(
          [
            ['yes', 'count'],
            ['no', 'count'],
          ],
          [
            [['A', 4, 23], 27],
            [['B', 13, 14], 27],
          ],
        ),
      ),
    ).toEqual(['0.yes', '0.no']);
  });

  test('a number taken out by hand does not help beside its total', () => {
    const t = table(
      [['c', 'count']],
      [
        [['a', null], 30],
        [['b', 15], 30],
        [['c', 12], 30],
        [['Total', 31], 90],
      ],
    );
    expect(hidden(t)).toEqual(['2.c']);
    const absent = table(
      [['c', 'count']],
      [
        [['a', null], 30],
        [['b', 15], 30],
        [['c', 12], 30],
        [['Total', 27], 90],
      ],
    );
    expect(hidden(absent)).toEqual([]);
  });

  test('a single hidden number between two squares is not given away by their sums', () => {
    const columns: Column[] = ['a', 'b', 'c', 'd'].map((name) => [name, 'count']);
    const t = table(
      [...columns, ['sum', 'count', { total: true }]],
      [
        [['1', 3, 4, 5, 90, 102], null],
        [['2', 5, 6, 80, 90, 181], null],
        [['3', 70, 70, 3, 4, 147], null],
        [['4', 70, 70, 5, 6, 151], null],
        [['Total', 148, 150, 93, 190, 581], null],
      ],
    );
    const marks = hidden(t);
    expect(marks).toEqual(expect.arrayContaining(['0.c']));
    expect(marks.length).toBeGreaterThan(9);
  });

  test('hidden numbers whose sum is 0 are not hidden: the total goes', () => {
    const t = table(
      [['c', 'count']],
      [
        [['a', 0], 12],
        [['b', 0], 12],
        [['Total', 0], 24],
      ],
    );
    expect(hidden(t)).toEqual(['0.c', '1.c', '2.c']);
  });
});

describe('steps 3 to 5', () => {
  test('complements go together', () => {
    const t = table(
      [
        ['yes', 'percent', { n: 40 }],
        ['no', 'percent', { n: 40 }],
      ],
      [
        [['A', 45, 55], 40],
        [['B', 40, 60], 8],
        [['C', 41, 59], 12],
      ],
    );
    expect(hidden(t)).toEqual(
      ['1.yes', '1.no', '1.n', 'n.yes', 'n.no'].filter((mark) => !mark.startsWith('n.')),
    );
  });

  test('a percentage that is the hidden count in other words', () => {
    const t = table(
      [
        ['c', 'count'],
        ['p', 'percent'],
      ],
      [
        [['A', 3, 15], 20],
        [['B', 12, 60], 20],
        [['C', 11, 70], 20],
      ],
    );
    expect(hidden(t)).toEqual(['0.c', '0.p']);
  });

  test('extreme percentages of groups below 20 are shown coarser', () => {
    const t = table(
      [
        ['y', 'percent'],
        ['n %', 'percent'],
      ],
      [
        [['A', 97, 3], 15],
        [['B', 95, 5], 19],
        [['C', 96, 4], 20],
        [['D', 94, 6], 12],
      ],
    );
    expect(checkTable(t, 10)).toEqual({
      verdict: 'hide',
      hide: [],
      band: [
        { row: 0, column: 'y', show: '≥95 %' },
        { row: 0, column: 'n %', show: '≤5 %' },
        { row: 1, column: 'y', show: '≥95 %' },
        { row: 1, column: 'n %', show: '≤5 %' },
      ],
    });
  });

  test('a coarse percentage that the others would make exact takes one of them with it', () => {
    const t = table(
      [
        ['a', 'percent'],
        ['b', 'percent'],
        ['c', 'percent'],
      ],
      [
        [['A', 4, 40, 56], 18],
        [['B', 30, 30, 40], 18],
      ],
    );
    const { hide, band } = checkTable(t, 10);
    expect(band).toEqual([{ row: 0, column: 'a', show: '≤5 %' }]);
    expect(hide).toEqual([{ row: 0, column: 'b' }]);
  });

  test('more than half of the numbers: refused; half of them: not', () => {
    const rows: [Row, number][] = [
      [['A', 3], 8],
      [['B', 12], 25],
    ];
    expect(checkTable(table([['m', 'mean']], rows), 10).verdict).toBe('hide');
    expect(checkTable(table([['m', 'mean']], [...rows, [['C', 4], 9]]), 10).verdict).toBe('refuse');
  });
});
