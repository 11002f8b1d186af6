import { sql } from 'kysely';
import type { Db } from '../../../server/store/db.ts';

/** A node whose database can be seen. */
interface Node {
  ctx: { db: Db };
}

/**
 * Moves time on for what waits for one host: its rows become older, as if the node had been up all the while.
 * The queue takes its times from the database, so nothing else has to move.
 */
export async function shift(school: Node, host: string, seconds: number): Promise<void> {
  const by = sql`${seconds} * interval '1 second'`;
  await school.ctx.db.transaction().execute(async (tx) => {
    await sql`update delivery set created_at = created_at - ${by}, next_at = next_at - ${by} where host = ${host}`.execute(
      tx,
    );
    await sql`update remote_host set due_at = due_at - ${by}, opened_at = opened_at - ${by} where host = ${host}`.execute(
      tx,
    );
    await sql`select pg_notify('ajar_work', 'deliveries')`.execute(tx);
  });
}

/** Waits until nobody is sending to a host. @returns seconds until something is due there, null when nothing is */
async function untilRest(school: Node, host: string): Promise<number | null> {
  const end = Date.now() + 60_000;
  for (;;) {
    const result = await sql<{ resting: boolean; seconds: number | null }>`
      select (lease_until is null or lease_until < now()) and (due_at is null or due_at > now()) as resting,
        extract(epoch from due_at - now())::float8 as seconds
      from remote_host where host = ${host}`.execute(school.ctx.db);
    const row = result.rows[0];
    if (row?.resting) return row.seconds;
    if (Date.now() > end) throw new Error(`nobody is done with ${host} after 60 s`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

/**
 * Lets time pass for one host, stopping at each moment when the node would try it.
 * @param until seconds from the beginning @param start seconds that have passed already
 * @returns the times of the attempts, in seconds from the beginning
 */
export async function travel(school: Node, host: string, until: number, start = 0): Promise<number[]> {
  const attempts: number[] = [];
  let now = start;
  for (;;) {
    const wait = await untilRest(school, host);
    if (wait === null || now + wait > until) {
      await shift(school, host, until - now);
      return attempts;
    }
    await shift(school, host, wait);
    now += wait;
    attempts.push(now);
  }
}

/** Moves time on to the next attempt. @returns the seconds that were skipped */
export async function toNextAttempt(school: Node, host: string): Promise<number> {
  const wait = (await untilRest(school, host)) ?? 0;
  await shift(school, host, wait);
  return wait;
}
