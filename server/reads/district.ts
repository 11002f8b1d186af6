import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';

export type { District };

/** The district of this node, null before it is set up. */
export function readDistrict(db: Db): Promise<District | null> {
  return theDistrict(db);
}
