import { type RawBuilder, sql } from 'kysely';

/**
 * A condition for lists: whoever wrote a row is not suspended, by us or by their own server.
 * @param table the table (or its alias in the query) with `author_id`
 */
export function bySomebodyInGoodStanding(table: string): RawBuilder<boolean> {
  return sql<boolean>`not exists (select from actor as writer where writer.id = ${sql.ref(`${table}.author_id`)} and writer.state = 'suspended')`;
}
