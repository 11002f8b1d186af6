import { expect, test } from '@jest/globals';
import { checkTable } from '../../server/check/check-table.ts';
import { publishTable } from '../../server/check/publish-table.ts';
import { evidenceTable } from '../../server/domain/evidence-table.ts';

test('what is hidden is nowhere in the published table, and a second look finds nothing', () => {
  const table = evidenceTable.parse({
    caption: 'Before and after',
    columns: [
      { name: 'group', type: 'label' },
      { name: 'yes %', type: 'percent' },
      { name: 'score', type: 'mean' },
    ],
    rows: [
      { cells: ['A', 97, 6.123], n: 15 },
      { cells: ['New', 41, 7.987], n: 7 },
      { cells: ['B', 50, 6.5], n: 25 },
    ],
  });
  const published = publishTable(table, checkTable(table, 10));
  expect(published.rows).toEqual([
    { cells: ['A', '≥95 %', 6.123], n: 15, total: false },
    { cells: ['New', null, null], n: null, total: false },
    { cells: ['B', 50, 6.5], n: 25, total: false },
  ]);
  expect(JSON.stringify(published)).not.toMatch(/7\.987|41|97/);
  expect(published.caption).toBe('Before and after');
  expect(checkTable(published, 10)).toEqual({ verdict: 'fine', hide: [], band: [] });
});

test('the hidden n of a column is not in it either', () => {
  const table = evidenceTable.parse({
    columns: [
      { name: 'answer', type: 'label' },
      { name: 'ours', type: 'percent', n: 27 },
      { name: 'theirs', type: 'percent', n: 7 },
      { name: 'all', type: 'percent', n: 27 },
    ],
    rows: [{ cells: ['a', 40, 30, 45] }, { cells: ['b', 45, 60, 33] }],
  });
  const published = publishTable(table, checkTable(table, 10));
  expect(published.columns.map(({ n }) => n)).toEqual([null, 27, null, 27]);
  expect(published.rows.map(({ cells }) => cells[2])).toEqual([null, null]);
});

test('a refused table has none', () => {
  const table = evidenceTable.parse({
    columns: [
      { name: 'group', type: 'label' },
      { name: 'c', type: 'count' },
    ],
    rows: [{ cells: ['a', 1], n: 5 }],
  });
  expect(() => publishTable(table, checkTable(table, 10))).toThrow(RangeError);
});
