import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { hasPlace } from '../store/lineage.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';

/**
 * In how many classrooms each of these was tried, as far as anybody may know: tries that were told back, and replies that
 * count as one. What nobody tried is left out.
 */
export async function tryCounts(db: Db, uris: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ uri: string; count: number }>`
    select uri, count(*)::int as count from (
      select of_uri as uri, author_id from adaptation
      where of_uri = any(${[...uris]}::text[]) and state = 'published' and audience = 'everyone' and ${hasPlace('adaptation')}
      union all
      select root_uri, author_id from reply
      where root_uri = any(${[...uris]}::text[]) and counted_as_try and state = 'shown') told
    where ${bySomebodyInGoodStanding('told')} group by uri`.execute(db);
  return new Map(rows.map(({ uri, count }) => [uri, count]));
}

/** How often colleagues elsewhere tried works of ours. */
export async function triedElsewhere(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select of_uri as uri, author_id from adaptation
      where host is not null and state = 'published' and ${hasPlace('adaptation')}
      union all
      select root_uri, author_id from reply where host is not null and counted_as_try and state = 'shown') told
    join work on work.uri = told.uri
    where work.host is null and ${bySomebodyInGoodStanding('told')}`.execute(db);
  return rows[0]?.count ?? 0;
}
