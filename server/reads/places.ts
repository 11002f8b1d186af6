import { sql } from 'kysely';
import type { Db } from '../store/db.ts';

const MOST = 2_000;

/**
 * What districts elsewhere call themselves, by host. A name that is ours or that two of them use says nothing, and
 * is left out.
 */
export async function placeNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ host: string; name: string }>`
    select min(host) as host, min(name) as name from remote_host
    where name is not null and lower(name) not in (select lower(district.name) from district)
    group by lower(name) having count(*) = 1
    limit ${MOST}`.execute(db);
  return new Map(rows.map(({ host, name }) => [host, name]));
}
