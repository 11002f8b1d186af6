import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { notify } from './notify.ts';

/**
 * Makes what could not be delivered to a host wait again, with seven new days, and the host due at once. What waited
 * already comes first where it is older, so everything keeps its order; an open circuit still sends one request to see.
 * @param since dead letters that ended before stay dead
 * @returns how many dead letters wait again
 */
export async function retryHost(tx: Tx, host: string, since: Date): Promise<number> {
  // the host first, as the delivery worker does, so that neither waits for the other
  await sql`update remote_host set due_at = now() where host = ${host}`.execute(tx);
  const revived = await sql`
    update delivery set state = 'waiting', attempts = 0, created_at = now(), next_at = now(), finished_at = null
    where host = ${host} and state = 'dead' and finished_at >= ${since}`.execute(tx);
  await sql`update delivery set next_at = now() where host = ${host} and state = 'waiting' and next_at > now()`.execute(
    tx,
  );
  await notify(tx, 'work', 'deliveries');
  return Number(revived.numAffectedRows ?? 0n);
}
