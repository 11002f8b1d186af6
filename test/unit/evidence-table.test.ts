import { describe, expect, test } from '@jest/globals';
import { evidenceTable } from '../../server/domain/evidence-table.ts';

describe('the door', () => {
  test.each([
    [
      'no numbers',
      {
        columns: [
          { name: 'a', type: 'label' },
          { name: 'b', type: 'label' },
        ],
        rows: [{ cells: ['x', 'y'] }],
      },
      /no column of numbers/,
    ],
    ['one column', { columns: [{ name: 'a', type: 'count' }], rows: [{ cells: [1] }] }, /columns/],
    [
      'two columns of one name',
      {
        columns: [
          { name: 'a', type: 'count' },
          { name: 'a', type: 'count' },
        ],
        rows: [{ cells: [1, 2] }],
      },
      /two columns/,
    ],
    [
      'a short row',
      {
        columns: [
          { name: 'a', type: 'count' },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: [1] }],
      },
      /1 cells for 2/,
    ],
    [
      'half a student',
      {
        columns: [
          { name: 'a', type: 'count' },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: [1.5, 2] }],
      },
      /a count is/,
    ],
    [
      'a percentage of nobody knows how many',
      {
        columns: [
          { name: 'a', type: 'percent' },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: [40, 12] }],
      },
      /how many students/,
    ],
    [
      '120 %',
      {
        columns: [
          { name: 'a', type: 'percent', n: 30 },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: [120, 12] }],
      },
      /between 0 and 100/,
    ],
    [
      'beyond its scale',
      {
        columns: [
          { name: 'a', type: 'scale', min: 1, max: 5, n: 30 },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: [6, 12] }],
      },
      /not on the scale/,
    ],
    [
      'words for a number',
      {
        columns: [
          { name: 'a', type: 'count' },
          { name: 'b', type: 'count' },
        ],
        rows: [{ cells: ['many', 12] }],
      },
      /not a number/,
    ],
    [
      '25 rows',
      {
        columns: [
          { name: 'a', type: 'count' },
          { name: 'b', type: 'count' },
        ],
        rows: Array.from({ length: 25 }, () => ({ cells: [1, 2] })),
      },
      /rows/,
    ],
  ])('does not let in %s', (_what, input, say) => {
    const read = evidenceTable.safeParse(input);
    expect(read.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n')).toMatch(
      say,
    );
  });
});
