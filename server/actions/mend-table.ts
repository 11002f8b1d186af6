import { hideSmall, type TableFix, wholeClassOnly } from '../check/small-table.ts';
import type { EvidenceTable } from '../domain/evidence-table.ts';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';

/**
 * A table after one press: without its numbers about few students, as one row for everybody, or not at all.
 * @param label what the row for everybody is called
 * @returns null when it is left out
 */
export async function mendTable(
  db: Db,
  table: EvidenceTable,
  fix: TableFix,
  label: string,
): Promise<EvidenceTable | null> {
  if (fix === 'leave-out') return null;
  const smallN = (await theDistrict(db))?.smallN ?? 10;
  return fix === 'hide' ? hideSmall(table, smallN) : wholeClassOnly(table, smallN, label);
}
