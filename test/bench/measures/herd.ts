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

const SERVERS = 1_000;

/**
 * A story has just reached a thousand servers, and within one second each of them fetches its page, its author and the
 * article, the last two signed with a key that the node has never seen (and asks for in the background, since a
 * take-back must reach them). Every server has a connection of its own, opened when it first asks.
 */
export async function herd(bench: Bench): Promise<void> {
  const keys = makeKeys(8);
  const { port } = await bench.sink.ask({ open: { publicPems: keys.map((key) => key.publicPem) } });
  const site = await bench.site('herd', 'all');
  try {
    const ruth = await aTeacher(site.ctx, 'ruth');
    // whatever is made once at the first request of all
    await visit(bench, site, ruth, makeSenders(1, 1, port, keys));
    const one = await visit(bench, site, ruth, makeSenders(1, 1, port, keys));
    const crowds: Visit[] = [];
    for (let run = 0; run < bench.runs; run++)
      crowds.push(await visit(bench, site, ruth, makeSenders(SERVERS, SERVERS, port, keys)));
    const name = `herd of ${SERVERS.toLocaleString('en')} servers in a second`;
    bench.row(`${name}, p50`, median(crowds.map((crowd) => percentile(crowd.latencies, 0.5))), 'ms');
    bench.row(`${name}, p99`, median(crowds.map((crowd) => percentile(crowd.latencies, 0.99))), 'ms');
    bench.row(`${name}, looks at the story table`, median(crowds.map((crowd) => crowd.looks)), '', one.looks);
  } finally {
    await site.close();
  }
}

interface Visit {
  latencies: Float64Array;
  /** statements that read the table of stories */
  looks: number;
}

/** Publishes a story and lets servers have its page, its author and the article within a second. */
async function visit(bench: Bench, site: Site, authorId: string, servers: readonly Sender[]): Promise<Visit> {
  const story = await aPublishedStory(site.ctx, authorId, `For ${servers.length}`);
  const author = await site.ctx.db
    .selectFrom('actor')
    .select('uri')
    .where('id', '=', authorId)
    .executeTakeFirstOrThrow();
  const page = plainGet(new URL(story.url), HTML_ACCEPT);
  const requests: Buffer[] = [];
  for (let turn = 0; turn < 3; turn++) {
    for (const server of servers) {
      const documents = [story.uri, author.uri].map((uri) => signedGet(new URL(uri), AP_ACCEPT, server));
      requests.push([page, ...(await Promise.all(documents))][(server.number + turn) % 3] as Buffer);
    }
  }
  await quiet(site);
  const log = join(bench.folder, 'postgres.log');
  const from = statSync(log).size;
  const load = {
    port: site.node.port,
    requests,
    connections: servers.length,
    total: requests.length,
    rate: requests.length,
    pinned: true,
  };
  const { latencies } = requireOnly(await bench.load.ask(load), '200');
  const said = readFileSync(log).subarray(from).toString();
  return { latencies, looks: said.split(/^\d{4}-\d\d-\d\d /m).filter(readsStories).length };
}

const readsStories = (entry: string): boolean =>
  /LOG: {2}(execute|statement)/.test(entry) && /from "?work"?\s/i.test(entry);

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
