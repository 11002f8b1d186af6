import type { Migration } from 'kysely/migration';
import * as m0001 from './0001-first-node.ts';

/** Every migration in the order in which it runs. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first-node': m0001,
};
