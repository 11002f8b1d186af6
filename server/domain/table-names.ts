/** What the boxes of a table are called in forms; rows and columns count from 0. */
export const TABLE_NAMES = {
  caption: 'table-caption',
  /** what the numbers are: `count`, `percent`, `mean` */
  kind: 'table-kind',
  /** the number of students behind all of them */
  n: 'table-n',
  /** how many rows and columns the form has */
  rows: 'table-rows',
  columns: 'table-columns',
  column: (c: number) => `table-column-${c + 1}`,
  cell: (r: number, c: number) => `table-cell-${r + 1}-${c + 1}`,
  rowN: (r: number) => `table-n-${r + 1}`,
  /** the buttons */
  go: 'table-go',
  /** never sent: what has the focus after a button was pressed */
  focus: 'table-focus',
} as const;
