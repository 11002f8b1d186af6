import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Bench, median, percentile, requireOnly, type Site } from '../support/bench.ts';
import { aPublishedStory, aTeacher } from '../support/seed.ts';
import {
  AP_ACCEPT,
  HTML_ACCEPT,
  makeKeys,
  makeSenders,
  plainGet,
  type Sender,
  signedGet,
} from '../support/senders.ts';

/** servers whose connections are open together; a larger crowd comes group by group */
const AT_ONCE = 1_000;

/** servers that have come before */
const WARMING = 200;

/** How many servers come, within how many seconds. */
export interface Crowd {
  servers: number;
  seconds: number;
}

/**
 * A story has just reached a thousand servers, and within one second each of them fetches its page, its author and the
 * article, the last two signed with a key that the node has never seen (and asks for in the background, since a
 * take-back must reach them). Every server has a connection of its own, opened when it first asks.
 */
export async function herd(bench: Bench, crowd: Crowd = { servers: 1_000, seconds: 1 }): Promise<void> {
  const keys = makeKeys(8);
  const { port } = await bench.sink.ask({ open: { publicPems: keys.map((key) => key.publicPem) } });
  const site = await bench.site('herd', 'all');
  try {
    const ruth = await aTeacher(site.ctx, 'ruth');
    const { servers, seconds } = crowd;
    const everybody = WARMING + servers * bench.runs;
    const senders = makeSenders(everybody, everybody, port, keys);
    // a node that has been up for a while: what is made at the first requests of all is there
    for (let turn = 0; turn < 5; turn++) await visit(bench, site, ruth, senders.slice(0, WARMING), 1);
    const one = await visit(bench, site, ruth, senders.slice(0, 1), 1);
    const crowds: Visit[] = [];
    for (let run = 0; run < bench.runs; run++) {
      const start = WARMING + run * servers;
      crowds.push(await visit(bench, site, ruth, senders.slice(start, start + servers), seconds));
    }
    const name = `herd of ${servers.toLocaleString('en')} servers in ${seconds === 1 ? 'a second' : `${seconds} seconds`}`;
    bench.row(`${name}, p50`, median(crowds.map(({ latencies }) => percentile(latencies, 0.5))), 'ms');
    bench.row(`${name}, p99`, median(crowds.map(({ latencies }) => percentile(latencies, 0.99))), 'ms');
    bench.row(`${name}, looks at the story table`, median(crowds.map(({ looks }) => looks)), '', one.looks);
  } finally {
    await site.close();
  }
}

interface Visit {
  latencies: Float64Array;
  /** statements that read the table of stories */
  looks: number;
}

/** Publishes a story and lets servers have its page, its author and the article within so many seconds. */
async function visit(
  bench: Bench,
  site: Site,
  authorId: string,
  servers: readonly Sender[],
  seconds: number,
): Promise<Visit> {
  const story = await aPublishedStory(site.ctx, authorId, `For ${servers.length}`);
  const author = await site.ctx.db
    .selectFrom('actor')
    .select('uri')
    .where('id', '=', authorId)
    .executeTakeFirstOrThrow();
  const groups = Array.from({ length: Math.ceil(servers.length / AT_ONCE) }, (_, group) =>
    servers.slice(group * AT_ONCE, (group + 1) * AT_ONCE),
  );
  const requests: Buffer[][] = [];
  for (const group of groups) requests.push(await requestsOf(group, story, author.uri));
  await quiet(site);
  const log = join(bench.folder, 'postgres.log');
  const from = statSync(log).size;
  const latencies: number[] = [];
  for (const [number, some] of requests.entries()) {
    const load = {
      port: site.node.port,
      requests: some,
      connections: groups[number]?.length ?? 0,
      total: some.length,
      rate: (3 * servers.length) / seconds,
      pinned: true,
    };
    latencies.push(...requireOnly(await bench.load.ask(load), '200').latencies);
  }
  const said = readFileSync(log).subarray(from).toString();
  return {
    latencies: Float64Array.from(latencies),
    looks: said.split(/^\d{4}-\d\d-\d\d /m).filter(readsStories).length,
  };
}

/** Each server asks for the three things in an order of its own, while the others ask too. */
async function requestsOf(
  servers: readonly Sender[],
  story: { uri: string; url: string },
  authorUri: string,
): Promise<Buffer[]> {
  const page = plainGet(new URL(story.url), HTML_ACCEPT);
  const requests: Buffer[] = [];
  for (let turn = 0; turn < 3; turn++) {
    for (const server of servers) {
      const documents = [story.uri, authorUri].map((uri) => signedGet(new URL(uri), AP_ACCEPT, server));
      requests.push([page, ...(await Promise.all(documents))][(server.number + turn) % 3] as Buffer);
    }
  }
  return requests;
}

/** What looks every minute for stories whose morning has come is not counted. */
const readsStories = (entry: string): boolean =>
  /LOG: {2}(execute|statement)/.test(entry) &&
  /from "?work"?\s/i.test(entry) &&
  !/\bwhere\b.*scheduled_at/is.test(entry);

/** Until the story is on its way and nobody works any more. */
async function quiet(site: Site): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select from outgoing_event where done_at is null) or exists (select from delivery where state = 'waiting') as busy`.execute(
      site.ctx.db,
    );
    if (!rows[0]?.busy) break;
    await sleep(50);
  }
  await sleep(500);
}
