import { generateKeyPairSync, sign } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Bench, median, type Site } from '../support/bench.ts';
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
  const site = await bench.site('fan-out');
  try {
    const ruth = await aTeacher(site.ctx, 'ruth');
    await giveFollowers(site, ruth, inboxes, port);
    const runs = await bench.repeat(async (run) => ({
      signing: await signing(bench.quick ? 0.5 : 1.5),
      sending: await sending(bench, site, ruth, `Seven silent seconds, take ${run + 1}`, inboxes),
    }));
    const [signed, sent] = [runs.map((run) => run.signing), runs.map((run) => run.sending)];
    const name = `fan-out of a story to ${inboxes.toLocaleString('en')} inboxes on ${HOSTS} hosts`;
    bench.row(name, median(sent.map((one) => one.rate)), '/s', median(signed.map((one) => one.rate)));
    const cpu = median(sent.flatMap((one) => one.cpuMs ?? []));
    const name2 = 'fan-out, CPU of the node for each, beside that of a signature';
    if (!Number.isNaN(cpu)) bench.row(name2, cpu, 'ms', median(signed.map((one) => one.cpuMs)));
  } finally {
    await site.close();
  }
}

/** Signatures a second, made as the node makes them: in the thread pool, several at a time. */
async function signing(seconds: number): Promise<{ rate: number; cpuMs: number }> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const text = Buffer.alloc(300, 'a');
  const one = () =>
    new Promise<void>((done, fail) =>
      sign('sha256', text, privateKey, (error) => (error ? fail(error) : done())),
    );
  const cpu = process.cpuUsage();
  const start = performance.now();
  let made = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < start + seconds * 1000) {
        await one();
        made += 1;
      }
    }),
  );
  const rate = made / ((performance.now() - start) / 1000);
  const { user, system } = process.cpuUsage(cpu);
  return { rate, cpuMs: (user + system) / 1000 / made };
}

async function sending(
  bench: Bench,
  site: Site,
  authorId: string,
  title: string,
  inboxes: number,
): Promise<{ rate: number; cpuMs: number | null }> {
  await bench.sink.ask('reset');
  const cpu = cpuSeconds(site.node.pid);
  const start = performance.now();
  await aPublishedStory(site.ctx, authorId, title);
  await finished(site);
  const seconds = (performance.now() - start) / 1000;
  const used = cpuSeconds(site.node.pid);
  const rows = await deliveries(site);
  const seen = await bench.sink.ask('counts');
  if (seen.inboxes !== inboxes || seen.posts !== rows)
    throw new Error(`${rows} deliveries to ${inboxes} inboxes, but it is ${JSON.stringify(seen)}`);
  return { rate: rows / seconds, cpuMs: cpu === null || used === null ? null : ((used - cpu) * 1000) / rows };
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
    const { rows } = await sql<{ waiting: boolean }>`
      select exists (select from outgoing_event where done_at is null) or exists (select from delivery where state = 'waiting') as waiting`.execute(
      site.ctx.db,
    );
    if (!rows[0]?.waiting) return;
    if (Date.now() > deadline) throw new Error('after two minutes deliveries still wait');
    await sleep(20);
  }
}

/** How many deliveries the newest story has become. Each of them must have arrived. */
async function deliveries(site: Site): Promise<number> {
  const { rows } = await sql<{ all: string; delivered: string }>`
    select count(*) as all, count(*) filter (where delivery.state = 'delivered') as delivered
    from delivery join outgoing_activity activity on activity.id = activity_id
    where activity.object_uri = (select uri from work order by id desc limit 1)`.execute(site.ctx.db);
  const { all, delivered } = rows[0] ?? { all: '0', delivered: '' };
  if (all !== delivered || all === '0') throw new Error(`of ${all} deliveries ${delivered} arrived`);
  return Number(all);
}
