import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Bench, Site } from '../support/bench.ts';
import { cpuSeconds } from '../support/cpu.ts';
import { aPublishedStory, aTeacher } from '../support/seed.ts';
import { hostNumber } from '../support/senders.ts';

const HOSTS = 200;

/**
 * One story to followers with an inbox each, spread over 200 hosts: from the moment it is published until the last
 * delivery is written down as done. The baseline is what this machine can sign with RSA-2048 and all its cores while
 * it does nothing else: every delivery needs a signature of its own, so nothing can be faster.
 */
export async function fanOut(bench: Bench): Promise<void> {
  const inboxes = bench.quick ? 4_000 : 20_000;
  const { port } = await bench.sink.ask({ open: { publicPems: [] } });
  const signing = await bench.median(() => signaturesPerSecond(bench.quick ? 0.5 : 2));
  const site = await bench.site('fan-out');
  try {
    const ruth = await aTeacher(site.ctx, 'ruth');
    await giveFollowers(site, ruth, inboxes, port);
    const rate = await bench.median(async (run) => {
      await bench.sink.ask('reset');
      const pg = Number(
        readFileSync(join(bench.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
      );
      const cpu0 = [site.node.pid, pg, bench.sink.pid].map((p) => cpuSeconds(p)) as number[];
      const start = performance.now();
      await aPublishedStory(site.ctx, ruth, `Seven silent seconds, take ${run + 1}`);
      await finished(site);
      const seconds = (performance.now() - start) / 1000;
      const again = await sql`select attempts, last_error, count(*) from delivery where attempts > 1 group by 1, 2`.execute(site.ctx.db);
      process.stderr.write(`    ${JSON.stringify(again.rows)}\n`);
      const rows = await deliveries(site);
      const cpu1 = [site.node.pid, pg, bench.sink.pid].map((p) => cpuSeconds(p)) as number[];
      process.stderr.write(
        `    cpu ms each: ${cpu1.map((v, i) => (((v - cpu0[i]!) * 1000) / rows).toFixed(3)).join(' ')} (node pg sink) ${Math.round(rows / seconds)}/s\n`,
      );
      const seen = await bench.sink.ask('counts');
      if (seen.inboxes !== inboxes || seen.posts !== rows)
        throw new Error(`${rows} deliveries, ${inboxes} inboxes, but it is ${JSON.stringify(seen)}`);
      return rows / seconds;
    });
    bench.row(
      `fan-out of a story to ${inboxes.toLocaleString('en')} inboxes on ${HOSTS} hosts`,
      rate,
      '/s',
      signing,
    );
  } finally {
    await site.close();
  }
}

/** As the node signs: in the thread pool, several at a time. */
async function signaturesPerSecond(seconds: number): Promise<number> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const text = Buffer.alloc(300, 'a');
  const one = () =>
    new Promise<void>((done, fail) =>
      sign('sha256', text, privateKey, (error) => (error ? fail(error) : done())),
    );
  const start = performance.now();
  const end = start + seconds * 1000;
  let made = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < end) {
        await one();
        made += 1;
      }
    }),
  );
  return made / ((performance.now() - start) / 1000);
}

async function giveFollowers(site: Site, actorId: string, count: number, port: number): Promise<void> {
  const { db } = site.ctx;
  const hosts = Array.from({ length: HOSTS }, (_, number) => hostNumber(number, port));
  // ids of 26 characters, like those that the node makes
  await sql`
    insert into actor (id, uri, kind, handle, host, inbox, fetched_at)
    select lpad(n::text, 26, '0'), 'http://' || host || '/users/' || n, 'person', 'teacher' || n, host, 'http://' || host || '/users/' || n || '/inbox', now()
    from (select n, (${hosts}::text[])[1 + n % ${HOSTS}] as host from generate_series(1, ${count}::int) n) people`.execute(
    db,
  );
  await sql`
    insert into follow (follower_id, followed_id, uri, state, accepted_at)
    select id, ${actorId}, uri || '#follow', 'accepted', now() from actor where host is not null`.execute(db);
  await sql`analyze actor, follow`.execute(db);
}

/** Waits until the story has become deliveries and none of them waits. */
async function finished(site: Site): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const result = await sql<{ waiting: boolean }>`
      select exists (select from outgoing_event where done_at is null) or exists (select from delivery where state = 'waiting') as waiting`.execute(
      site.ctx.db,
    );
    if (!result.rows[0]?.waiting) return;
    if (Date.now() > deadline) throw new Error('after two minutes deliveries still wait');
    await sleep(20);
  }
}

/** Deliveries of the newest story: how many. Each of them must have arrived. */
async function deliveries(site: Site): Promise<number> {
  const result = await sql<{ all: string; delivered: string }>`
    select count(*) as all, count(*) filter (where delivery.state = 'delivered') as delivered
    from delivery join outgoing_activity activity on activity.id = activity_id
    where activity.object_uri = (select uri from work order by id desc limit 1)`.execute(site.ctx.db);
  const { all, delivered } = result.rows[0] ?? { all: '0', delivered: '' };
  if (all !== delivered || all === '0') throw new Error(`of ${all} deliveries ${delivered} arrived`);
  return Number(all);
}
