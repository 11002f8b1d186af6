import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { sweepInbox } from '../../../server/store/inbox.ts';
import { sweepRaw } from '../../../server/store/retention.ts';
import { type Bench, median, type Site } from '../support/bench.ts';
import { PLAIN, Traffic } from '../support/traffic.ts';

const TABLES = ['inbox_activity', 'reply', 'remote_note', 'notice'] as const;

/** What a node needs: memory while nothing happens, and room in the database for what comes from elsewhere. */
export async function footprint(bench: Bench): Promise<void> {
  const traffic = await Traffic.open(bench);
  const site = await bench.site('footprint');
  try {
    await sleep(bench.quick ? 3_000 : 10_000);
    bench.row('memory of an idle node, without PostgreSQL', residentMegabytes(site.node.pid), 'MB');
    const target = await traffic.toNode(site);
    const before = await aged(site);
    const count = bench.quick ? 2_000 : 5_000;
    await traffic.flood(target, PLAIN, count);
    const fresh = await bytes(site);
    const growth = (await aged(site)) - before;
    bench.row('database for 100,000 remote posts, after 30 days', (growth / count) * 0.1, 'MB');
    bench.row('database for 100,000 remote posts, fresh', ((fresh - before) / count) * 0.1, 'MB');
    bench.row('memory of the node after that', residentMegabytes(site.node.pid), 'MB');
  } finally {
    await site.close();
  }
}

function residentMegabytes(pid: number): number {
  const kibibytes = Array.from({ length: 3 }, () =>
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })),
  );
  return (median(kibibytes) * 1024) / 1e6;
}

/** Bytes of tables and indexes after 30 days: raw JSON and the ids of activities have expired. */
async function aged(site: Site): Promise<number> {
  await sweepInbox(site.ctx.db, 0);
  await sweepRaw(site.ctx.db, 0);
  for (const table of TABLES) await sql`vacuum full ${sql.table(table)}`.execute(site.ctx.db);
  return bytes(site);
}

async function bytes(site: Site): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select sum(pg_total_relation_size(name::regclass)) as bytes from unnest(${[...TABLES]}::text[]) name`.execute(
    site.ctx.db,
  );
  return Number(rows[0]?.bytes);
}
