import { sql } from 'kysely';
import type { Tx } from './db.ts';

/**
 * Notes that this node is up.
 * @returns seconds since it was noted last (by the clock of the database); null for the first time
 */
export async function noteLife(tx: Tx): Promise<number | null> {
  const before = await sql<{ seconds: number }>`
    select extract(epoch from now() - alive_at)::float8 as seconds from node_life for update`.execute(tx);
  await sql`
    insert into node_life (alive_at) values (now())
    on conflict (singleton) do update set alive_at = greatest(node_life.alive_at, excluded.alive_at)`.execute(
    tx,
  );
  return before.rows[0]?.seconds ?? null;
}
