import type { Migration } from 'kysely/migration';
import * as m0001 from './0001-first-node.ts';
import * as m0002 from './0002-good-neighbour.ts';

/** Every migration in the order in which it runs. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-first-node': m0001,
  '0002-good-neighbour': m0002,
};
