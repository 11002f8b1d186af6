import { describe, expect, test } from '@jest/globals';
import { evidenceTable } from '../../server/domain/evidence-table.ts';
import { sayIn } from '../../web/kit/messages.ts';
import { readTable, tidyTable } from '../../web/tries/table-form.ts';
import { TABLE_SHAPES, tableMoved, tableValues } from '../../web/tries/table-moves.ts';
import { readTry } from '../../web/tries/try-fields.ts';
import { tableForm } from '../support/tables.ts';

const say = sayIn('en');
const sent = { changed: '', happened: 'They sang.', verdict: 'worked', lang: 'en', audience: 'everyone' };
const problems = (form: Record<string, string>) => readTable(form).problems;

describe('the boxes of a small table', () => {
  test('are read as a table with the number of students in each row', () => {
    const form = tableForm(
      ['Class', 'before', 'after'],
      [
        ['Class A', 9, ' 16 ', 27],
        ['Total', 12, 20, 40],
      ],
    );
    const read = readTry({ ...sent, ...form, 'table-caption': 'Hands' });
    expect(read).toMatchObject({
      ok: true,
      input: {
        evidence: [
          {
            caption: 'Hands',
            columns: [
              { name: 'Class', type: 'label' },
              { name: 'before', type: 'count', n: null },
              { name: 'after', type: 'count' },
            ],
            rows: [
              { cells: ['Class A', 9, 16], n: 27, total: false },
              { cells: ['Total', 12, 20], n: 40, total: true },
            ],
          },
        ],
      },
    });
  });

  test('one number of students for all rows is enough; without any the row says so', () => {
    const form = tableForm(
      ['Week', 'mean turns'],
      [
        ['1', '6,5'],
        ['2', '７'],
      ],
      { 'table-kind': 'mean' },
    );
    expect(problems(form)).toEqual([
      { field: 'table-n-1', say: 'no-n' },
      { field: 'table-n-2', say: 'no-n' },
    ]);
    expect(readTable({ ...form, 'table-n': '23' })).toMatchObject({
      problems: [],
      table: { columns: [{}, { type: 'mean', n: 23 }], rows: [{ cells: ['1', 6.5] }, { cells: ['2', 7] }] },
    });
  });

  test('empty rows and columns are no part of it, and the others close ranks', () => {
    const form = tableForm(
      ['Class', '', 'after', ''],
      [
        ['', '', '', ''],
        ['A', '', 16, ''],
      ],
      { 'table-n-2': '27' },
    );
    expect(tidyTable(form)).toMatchObject({
      'table-rows': '1',
      'table-columns': '2',
      'table-column-2': 'after',
      'table-cell-1-1': 'A',
      'table-cell-1-2': '16',
      'table-n-1': '27',
    });
    const empty = tableForm(['', ''], [['', '']]);
    expect(readTable(tidyTable(empty))).toEqual({ table: null, problems: [] });
  });

  test('what does not fit is said at its box, and nothing is cut', () => {
    const long = 'x'.repeat(41);
    const form = tableForm(['Class', long, 'n', 'after', 'after'], [['A', 'many', -1, 1.5, 3, 'ten']]);
    expect(problems(form)).toEqual([
      { field: 'table-column-2', say: 'too-long' },
      { field: 'table-column-3', say: 'own-name' },
      { field: 'table-column-5', say: 'own-name' },
      { field: 'table-n-1', say: 'no-count' },
      { field: 'table-cell-1-2', say: 'no-number' },
      { field: 'table-cell-1-3', say: 'no-count' },
      { field: 'table-cell-1-4', say: 'no-count' },
      { field: 'table-n-1', say: 'no-n' },
    ]);
    const percent = { 'table-kind': 'percent', 'table-n': '30' };
    expect(problems(tableForm(['Class', 'right'], [['A', '101 %']], percent))).toEqual([
      { field: 'table-cell-1-2', say: 'no-percent' },
    ]);
    expect(problems(tableForm(['Class', 'right'], [['A', '']], percent))).toEqual([
      { field: 'table', say: 'no-numbers' },
    ]);
  });

  test('more rows or columns than there may be are not read', () => {
    const form = {
      ...tableForm(['Class', 'after'], [['A', 12, 20]]),
      'table-rows': '900',
      'table-columns': '1e9',
    };
    const { table } = readTable(form) as { table: { columns: unknown[]; rows: unknown[] } };
    expect([table.columns.length, table.rows.length]).toEqual([5, 8]);
  });

  test.each(TABLE_SHAPES)('%s: begins with names, and only numbers are to be filled in', (shape) => {
    const begun = tableMoved(say, { happened: 'x', 'table-go': `begin ${shape}` });
    expect(begun).toMatchObject({ happened: 'x', 'table-kind': 'count' });
    const filled = {
      ...begun,
      'table-cell-1-2': '12',
      'table-cell-1-3': begun?.['table-columns'] === '3' ? '14' : '',
      'table-n': '20',
    };
    const { table, problems: wrong } = readTable(filled);
    expect(wrong).toEqual([]);
    expect(evidenceTable.safeParse(table).success).toBe(true);
  });

  test('a row and a column more, up to what there is room for; left out, all of it goes', () => {
    const form = tableForm(['Class', 'after'], [['A', 12, 20]]);
    expect(tableMoved(say, { ...form, 'table-go': 'row' })).toMatchObject({
      'table-rows': '2',
      'table-cell-1-2': '12',
    });
    expect(tableMoved(say, { ...form, 'table-go': 'column' })).toMatchObject({ 'table-columns': '3' });
    expect(tableMoved(say, { ...form, 'table-rows': '8', 'table-go': 'row' })).toMatchObject({
      'table-rows': '8',
    });
    expect(tableMoved(say, { ...form, kept: 'k', 'table-go': 'leave-out' })).toEqual({
      kept: 'k',
      'table-focus': 'table',
    });
    expect(tableMoved(say, form)).toBeNull();
  });

  test('hold what was told, so that saved unchanged it is the same', () => {
    const form = tableForm(
      ['Class', 'before', 'after'],
      [
        ['A', 9, 16, 27],
        ['Total', 12, '', 40],
      ],
    );
    const { table } = readTable(form);
    const told = evidenceTable.parse(table);
    expect(evidenceTable.parse(readTable(tableValues(told)).table)).toEqual(told);
  });
});
