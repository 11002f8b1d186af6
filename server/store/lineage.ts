import { sql } from 'kysely';
import type { Db } from './db.ts';

export type Relation = 'tried' | 'built-on' | 'replicated' | 'answered';

/** Notes that `child` came from `parent`. An edge is confirmed when the child's own host stated it. */
export async function insertEdge(
  db: Db,
  childUri: string,
  parentUri: string,
  relation: Relation,
  confirmed: boolean,
): Promise<void> {
  if (childUri === parentUri) return;
  await db
    .insertInto('lineage_edge')
    .values({ child_uri: childUri, parent_uri: parentUri, relation, confirmed })
    .onConflict((conflict) =>
      conflict
        .columns(['child_uri', 'parent_uri'])
        .doUpdateSet({ confirmed: sql<boolean>`lineage_edge.confirmed or excluded.confirmed` }),
    )
    .execute();
}
