import { isDatabaseAway } from '../store/db.ts';

/** True when an error says that the database does not answer, rather than that something was asked wrongly. */
export function databaseIsAway(error: unknown): boolean {
  return isDatabaseAway(error);
}
