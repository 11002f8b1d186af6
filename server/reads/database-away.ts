import { isDatabaseAway as isAway } from '../store/db.ts';

/** True when an error says that the database is away rather than that something is wrong or missing. */
export function isDatabaseAway(error: unknown): boolean {
  return isAway(error);
}
