import type { EvidenceTable } from '../domain/evidence-table.ts';
import type { Place, TableVerdict } from './check-table.ts';

/**
 * The table as it may leave: hidden numbers are null and bands are text, so that what is hidden is nowhere in it.
 * The same columns and rows, and checking it again finds nothing more to hide.
 * @param verdict what `checkTable` said of this table
 * @throws RangeError when it was refused
 */
export function publishTable(table: EvidenceTable, verdict: TableVerdict): EvidenceTable {
  if (verdict.verdict === 'refuse') throw new RangeError('A refused table is not published.');
  const key = ({ row, column }: Place) => `${row} ${column}`;
  const hidden = new Set(verdict.hide.map(key));
  const bands = new Map(verdict.band.map((place) => [key(place), place.show]));
  return {
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      n: hidden.has(key({ row: 'n', column: column.name })) ? null : column.n,
    })),
    rows: table.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((value, c) => {
        const place = key({ row: r, column: table.columns[c]?.name ?? '' });
        return hidden.has(place) ? null : (bands.get(place) ?? value);
      }),
      n: hidden.has(key({ row: r, column: table.nName })) ? null : row.n,
    })),
  };
}
