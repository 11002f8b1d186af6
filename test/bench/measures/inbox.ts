import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signJsonLd } from '@fedify/fedify/sig';
import { sql } from 'kysely';
import { preloadedContexts } from '../../../federation/preloaded-contexts.ts';
import { openDb } from '../../../server/store/db.ts';
import { type Answered, createNote } from '../support/activities.ts';
import { type Bench, percentile, requireOnly, type Site } from '../support/bench.ts';
import { startChild } from '../support/child.ts';
import { cpuSeconds } from '../support/cpu.ts';
import { aPublishedStory, aTeacher } from '../support/seed.ts';
import { type KeyMaterial, makeKeys, makeSenders, type Sender, signedPost } from '../support/senders.ts';

const HOSTS = 200;
const SENDERS = 400;
const CONNECTIONS = 64;

/** Somewhere that takes activities, and counts the posts that it really holds. */
interface Target {
  pid: number;
  port: number;
  inbox: URL;
  /** posts held, all of them handled */
  held(): Promise<number>;
  answered: Answered;
}

/**
 * Signed `Create`s: half of them replies to a story of this node, half posts of people who are followed here.
 * Counted when they are handled: the reply or the post is in its table and the activity marked done.
 */
export async function inbox(bench: Bench): Promise<void> {
  const keys = makeKeys(8);
  const { port } = await bench.sink.ask({ open: { publicPems: keys.map((key) => key.publicPem) } });
  const senders = makeSenders(SENDERS, HOSTS, port, keys);
  const site = await bench.site('inbox');
  const stock = startChild<{ databaseUrl: string }, { port: number }>('stock.ts');
  try {
    const ours = await ourTarget(site, senders, bench);
    const theirs = await stockTarget(bench, stock, senders, ours.answered);
    for (const variant of [plain, withEmbeddedSignature(keys)]) {
      const stockCount = bench.quick ? 150 : 500;
      const stockRate = await bench.median(() => throughput(bench, theirs, senders, variant, stockCount));
      const rate = await bench.median(() =>
        throughput(bench, ours, senders, variant, bench.quick ? 2_000 : 6_000),
      );
      bench.row(`inbox Create handled, ${variant.name}`, rate, '/s', stockRate);
      if (variant !== plain) continue;
      const theirLatencies = await latencies(bench, theirs, senders, stockRate / 2);
      const ourLatencies = await latencies(bench, ours, senders, rate / 2);
      for (const share of [0.5, 0.95, 0.99]) {
        bench.row(
          `inbox 202 at half that rate, p${share * 100}`,
          percentile(ourLatencies, share),
          'ms',
          percentile(theirLatencies, share),
        );
      }
    }
  } finally {
    await stock.stop();
    await site.close();
  }
}

type Variant = { name: string; body: (activity: Record<string, unknown>, sender: Sender) => Promise<string> };

const plain: Variant = { name: 'plain', body: async (activity) => JSON.stringify(activity) };

/** What Mastodon adds to what it may forward. Ajar does not look at it; stock Fedify checks it. */
function withEmbeddedSignature(keys: readonly KeyMaterial[]): Variant {
  const imported = keys.map(({ privateKey }) =>
    webcrypto.subtle.importKey(
      'pkcs8',
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      true,
      ['sign'],
    ),
  );
  return {
    name: 'with an embedded signature',
    async body(activity, sender) {
      const key = await (imported[sender.number % keys.length] as Promise<CryptoKey>);
      return JSON.stringify(
        await signJsonLd(activity, key, new URL(sender.keyId), { contextLoader: preloadedContexts }),
      );
    },
  };
}

async function ourTarget(site: Site, senders: readonly Sender[], bench: Bench): Promise<Target> {
  const { ctx, node } = site;
  const ruth = await aTeacher(ctx, 'ruth');
  const story = await aPublishedStory(ctx, ruth, 'Seven silent seconds');
  const authorUri = (
    await ctx.db.selectFrom('actor').select('uri').where('id', '=', ruth).executeTakeFirstOrThrow()
  ).uri;
  const held = async () => {
    const result = await sql<{ waiting: string; done: string; posts: string }>`
      select (select count(*) from inbox_activity where state = 'waiting') as waiting, (select count(*) from inbox_activity where state = 'done') as done,
        (select count(*) from reply) + (select count(*) from remote_note) as posts`.execute(ctx.db);
    const { waiting, done, posts } = result.rows[0] ?? { waiting: 1, done: 0, posts: 0 };
    return waiting === '0' ? Math.min(Number(done), Number(posts)) : -1;
  };
  const answered = { objectUri: story.uri, authorUri, handle: `ruth@${ctx.host}` };
  const target: Target = {
    pid: node.pid,
    port: node.port,
    inbox: new URL(`${node.origin}/ap/inbox`),
    held,
    answered,
  };
  // everybody replies once: so the node fetches their actor documents with their keys, as it always does
  await meet(bench, target, senders);
  await sql`
    insert into follow (follower_id, followed_id, uri, state, accepted_at)
    select ${ruth}, id, ${node.origin} || '/follows/' || id, 'accepted', now() from actor
    where host is not null and uri = any(${senders.filter(isFollowed).map((sender) => sender.uri)}::text[])`.execute(
    ctx.db,
  );
  return target;
}

async function stockTarget(
  bench: Bench,
  stock: { pid: number; ask(question: { databaseUrl: string }): Promise<{ port: number }> },
  senders: readonly Sender[],
  answered: Answered,
): Promise<Target> {
  const databaseUrl = await bench.emptyDatabase();
  const { port } = await stock.ask({ databaseUrl });
  const database = openDb(databaseUrl, { max: 1 });
  const held = async () =>
    Number((await sql<{ n: string }>`select count(*) as n from stock_post`.execute(database.db)).rows[0]?.n);
  const target: Target = {
    pid: stock.pid,
    port,
    inbox: new URL(`http://127.0.0.1:${port}/inbox`),
    held,
    answered,
  };
  await meet(bench, target, senders);
  return target;
}

async function meet(bench: Bench, target: Target, senders: readonly Sender[]): Promise<void> {
  const requests = await Promise.all(senders.map((sender) => post(target, sender, plain, true)));
  requireOnly(
    await bench.load.ask({ port: target.port, requests, connections: 16, total: requests.length }),
    '202',
  );
  await settled(target, requests.length);
}

const isFollowed = (sender: Sender) => sender.number % 2 === 0;
let statuses = 100_000;

async function post(
  target: Target,
  sender: Sender,
  variant: Variant,
  answers = !isFollowed(sender),
): Promise<Buffer> {
  statuses += 1;
  const activity = createNote(sender, String(statuses), answers ? target.answered : null);
  return signedPost(target.inbox, sender, await variant.body(activity, sender));
}

async function posts(
  target: Target,
  senders: readonly Sender[],
  variant: Variant,
  count: number,
): Promise<Buffer[]> {
  const requests: Buffer[] = [];
  while (requests.length < count) {
    const next = senders.slice(0, count - requests.length);
    requests.push(...(await Promise.all(next.map((sender) => post(target, sender, variant)))));
  }
  return requests;
}

/** Activities a second from the first request until the last post is stored and handled. */
async function throughput(
  bench: Bench,
  target: Target,
  senders: readonly Sender[],
  variant: Variant,
  count: number,
): Promise<number> {
  const requests = await posts(target, senders, variant, count);
  const before = await target.held();
  const pg = Number(readFileSync(join(bench.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const cpu0 = [cpuSeconds(target.pid), cpuSeconds(pg), cpuSeconds(bench.load.pid)] as number[];
  const result = requireOnly(
    await bench.load.ask({ port: target.port, requests, connections: CONNECTIONS, total: count }),
    '202',
  );
  const end = await settled(target, before + count);
  const cpu1 = [cpuSeconds(target.pid), cpuSeconds(pg), cpuSeconds(bench.load.pid)] as number[];
  process.stderr.write(
    `    cpu ms each: node ${cpu1.map((v, i) => (((v - cpu0[i]!) * 1000) / count).toFixed(2)).join(' ')} (node pg load), accept ${result.seconds.toFixed(2)} all ${((end - result.startedAt) / 1000).toFixed(2)} rate ${Math.round(count / ((end - result.startedAt) / 1000))}\n`,
  );
  return count / ((end - result.startedAt) / 1000);
}

/** Waits until so many posts are held. @returns when that was, in milliseconds since 1970 */
async function settled(target: Target, count: number): Promise<number> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const held = await target.held();
    if (held === count) return Date.now();
    if (held > count || Date.now() > deadline)
      throw new Error(`${count} posts should be held, but it is ${held}`);
    await sleep(20);
  }
}

async function latencies(
  bench: Bench,
  target: Target,
  senders: readonly Sender[],
  rate: number,
): Promise<Float64Array> {
  const total = Math.ceil(rate * (bench.quick ? 1 : 5));
  const requests = await posts(target, senders, plain, total);
  const before = await target.held();
  const { latencies } = requireOnly(
    await bench.load.ask({ port: target.port, requests, connections: 256, total, rate }),
    '202',
  );
  await settled(target, before + total);
  return latencies;
}
