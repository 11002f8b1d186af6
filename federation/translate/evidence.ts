import { type EvidenceTable, evidenceTable } from '../../server/domain/evidence-table.ts';
import { ownList } from './wire.ts';

/** What stands for a number that is not shown: in what is sent nothing is null. */
const NOT_SHOWN = '–';

/** A table as it is sent: without what is not said. */
export function evidenceJson({ columns, rows, ...table }: EvidenceTable) {
  return {
    ...said(table),
    columns: columns.map((column) => said(column)),
    rows: rows.map(({ cells, ...row }) => ({ cells: cells.map((cell) => cell ?? NOT_SHOWN), ...said(row) })),
  };
}

/** A table that fits its caps, shown as it was sent: its own district decides how small a group may be. */
export function receivedEvidence(value: unknown): EvidenceTable[] {
  return ownList(value, 1).flatMap((item) => evidenceTable.safeParse(withNulls(item)).data ?? []);
}

/** Without nulls, empty texts, `false`, and what is so unless said otherwise. */
function said(part: object): Record<string, unknown> {
  const isUsual = ([name, value]: [string, unknown]) =>
    value === null ||
    value === '' ||
    value === false ||
    (name === 'nName' && value === 'n') ||
    (name === 'chart' && value === 'none');
  return Object.fromEntries(Object.entries(part).filter((entry) => !isUsual(entry)));
}

function withNulls(table: Record<string, unknown>): unknown {
  if (!Array.isArray(table.rows)) return table;
  return {
    ...table,
    rows: table.rows.map((row: { cells?: unknown } | null) =>
      Array.isArray(row?.cells)
        ? { ...row, cells: row.cells.map((cell) => (cell === NOT_SHOWN ? null : cell)) }
        : row,
    ),
  };
}
