import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { INBOUND_LIMITS } from '../../federation/inbound-limits.ts';
import { publishStory } from '../../server/actions/publish-story.ts';
import type { Load, LoadResult } from '../bench/load.ts';
import { type Child, startChild } from '../bench/support/child.ts';
import { READ_THROUGH } from '../support/read-through.ts';
import { type Fault, Findings, type Verdict } from './fault.ts';
import { openCluster } from './support/cluster.ts';
import { anObject } from './support/colleague.ts';
import { drillFolder } from './support/folder.ts';
import { NodeProcess } from './support/node-process.ts';
import { p95 } from './support/p95.ts';
import { addresses, Peer, type PeerActor } from './support/peer.ts';
import { type Reading, startReading } from './support/reading.ts';
import { anOpenStory, drafts, type School, Session, schoolIn, untilQuiet } from './support/school.ts';

const HOSTS = 200;
const RATE = 2_000;
const FORGERS = 4;
const PATIENCE_MS = 300;

/** More comes in than the node can take: of one server, of many together, and with signatures that lead nowhere. */
export const inboxFlood: Fault = {
  id: 'F15',
  fault: `${RATE} activities a second: of one server, of ${HOSTS} together, and forged ones from ${FORGERS} addresses`,
  invariant: 'pages come as ever, what is taken is handled, forged ones lead to a handful of requests',
  async run(quick) {
    const folder = await drillFolder();
    const cluster = await openCluster(folder.path);
    const peer = await Peer.open(addresses(HOSTS));
    const school = await schoolIn(await cluster.database('pine'));
    const load = startChild<Load, LoadResult>('load.ts');
    try {
      return await new Drill(school, peer, load, quick).run();
    } finally {
      await load.stop();
      await school.close();
      await peer.close();
      await cluster.stop();
      await folder.remove();
    }
  },
};

/** Who sends, and from which address the node is told that it comes. */
interface Sender extends PeerActor {
  from: string;
}

/** What came of a flood. */
interface Flood {
  answered: Record<string, number>;
  seconds: number;
  /** documents that the node asked for meanwhile */
  fetches: number;
  /** milliseconds of pages meanwhile */
  pages: number[];
  /** how long the node's own work kept its event loop, p99 in milliseconds */
  loop: number;
}

class Drill {
  readonly #school: School;
  readonly #peer: Peer;
  readonly #load: Child<Load, LoadResult>;
  readonly #seconds: number;
  readonly #quick: boolean;
  readonly #findings = new Findings();
  #number = 0;
  #node: NodeProcess | null = null;

  constructor(school: School, peer: Peer, load: Child<Load, LoadResult>, quick: boolean) {
    this.#school = school;
    this.#peer = peer;
    this.#load = load;
    this.#quick = quick;
    this.#seconds = quick ? 1 : 10;
  }

  async run(): Promise<Verdict> {
    const findings = this.#findings;
    // the load comes over the loopback, as from a proxy, which tells the addresses
    const node = await NodeProcess.start({ ...this.#school.settings, TRUST_PROXY: '1' }, true);
    this.#node = node;
    const [id] = await drafts(this.#school, 1);
    const { ctx, ruth } = this.#school;
    const story = await publishStory(
      ctx,
      ruth.id,
      id as string,
      anOpenStory('Seven silent seconds'),
      READ_THROUGH,
    );
    if (!story.ok) throw new Error('the story could not be published');
    const session = await Session.open(this.#school);
    const reading = startReading(this.#school, session, new URL(story.url).pathname);

    const many = this.#peer.hosts.map((host, n) => this.#somebody('somebody', host, n));
    const one = Array.from({ length: 20 }, (_, n) => this.#somebody(`crowd${n}`, this.#peer.hosts[0], 250));
    await this.#introduce([...many, ...one], story.uri);
    await sleep(1_000);
    reading.times();
    await sleep(this.#quick ? 500 : 5_000);
    const quiet = reading.times();

    const ofOne = await this.#flood(await this.#replies(one, story.uri), reading);
    findings.expect(taken(ofOne) > 0, 'nothing of one server was taken');
    const { perSecond, burst } = INBOUND_LIMITS.host;
    const most = burst + perSecond * (ofOne.seconds + 1);
    findings.expect(taken(ofOne) <= most, `${taken(ofOne)} of one server were taken, not ${most}`);
    findings.expect((ofOne.answered['429'] ?? 0) > 0, 'one server was never told that it is too much');
    const ofMany = await this.#flood(await this.#replies(many, story.uri), reading);
    const forged = await this.#flood(await this.#forged(), reading);
    findings.expect(taken(forged) === 0, `${taken(forged)} forged ones were taken`);
    const cap = FORGERS * INBOUND_LIMITS.keysAtOnceOfAddress;
    findings.expect(forged.fetches <= cap, `forged ones led to ${forged.fetches} requests, not ${cap}`);

    const floods = [ofOne, ofMany, forged];
    for (const { answered } of floods)
      findings.none(
        'kinds of strange answers',
        Object.entries(answered).filter(([status]) => !['202', '401', '429', '503'].includes(status)),
      );
    await reading.stop();
    findings.none('pages were not answered 200', reading.failed);
    for (const { pages } of this.#quick ? [] : floods)
      findings.expect(p95(pages) < PATIENCE_MS, `p95 of pages was ${p95(pages).toFixed(0)} ms`);
    await untilQuiet(this.#school, 120);
    await this.#nothingLost(taken(ofOne) + taken(ofMany));
    const stopped = await node.stop();
    findings.expect(stopped.code === 0, `the node ended with ${stopped.code}`);
    const parts = [
      `pages p95 ${p95(quiet).toFixed(0)} ms when quiet`,
      `one server: ${told(ofOne, quiet)}`,
      `${HOSTS} servers: ${told(ofMany, quiet)}`,
      `forged: ${told(forged, quiet)}, ${forged.fetches} requests`,
    ];
    return { figure: parts.join('; '), broken: findings.broken };
  }

  #somebody(name: string, host: string | undefined, n: number): Sender {
    return { ...this.#peer.actor(name, host), from: `203.0.${n >> 7}.${(n & 127) + 1}` };
  }

  /** Everybody says something once, so that their keys are known. */
  async #introduce(people: readonly Sender[], story: string): Promise<void> {
    const requests = await Promise.all(
      people.map((one) => this.#request(one, { id: `${one.uri}/like`, type: 'Like', object: story })),
    );
    const { port } = new URL(this.#school.origin);
    const asked = { port: Number(port), requests, connections: 8, total: requests.length };
    const { statuses } = await this.#load.ask(asked);
    if (statuses['202'] !== people.length) throw new Error(`they are not known: ${JSON.stringify(statuses)}`);
    await untilQuiet(this.#school, 60);
  }

  async #replies(people: readonly Sender[], story: string): Promise<Buffer[]> {
    return this.#make((n) => {
      const from = people[n % people.length] as Sender;
      const id = `${from.uri}/replies/${n}`;
      const object = anObject('reply', id, from, story, 1);
      return this.#request(from, { id: `${id}/create`, type: 'Create', object });
    });
  }

  /** Half of them name keys that are nowhere, half keys that are there and are not theirs. */
  async #forged(): Promise<Buffer[]> {
    return this.#make((n) => {
      const host = this.#peer.hosts[n % HOSTS] as string;
      const uri = `http://${host}/${n % 2 ? 'nowhere' : 'u'}/forged${n}`;
      const from: Sender = {
        uri,
        keyId: `${uri}#main-key`,
        inbox: '',
        host,
        from: `198.51.100.${n % FORGERS}`,
      };
      return this.#request(from, { id: `${uri}/1`, type: 'Follow', object: this.#school.ruth.uri }, true);
    });
  }

  async #make(one: (n: number) => Promise<Buffer>): Promise<Buffer[]> {
    const all: Buffer[] = [];
    while (all.length < RATE * this.#seconds)
      all.push(...(await Promise.all(Array.from({ length: 100 }, () => one(this.#number++)))));
    return all;
  }

  async #request(from: Sender, activity: object, isForged = false): Promise<Buffer> {
    const { headers, body } = await this.#peer.signed(from, this.#school.inbox, activity);
    if (isForged)
      headers.signature = headers.signature?.replace(/signature=".{8}/, 'signature="AAAAAAAA') ?? '';
    const url = new URL(this.#school.inbox);
    const length = String(Buffer.byteLength(body));
    const all = { host: url.host, 'content-length': length, 'x-forwarded-for': from.from, ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return Buffer.from(`POST ${url.pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  }

  async #flood(requests: Buffer[], reading: Reading): Promise<Flood> {
    await untilQuiet(this.#school, 120);
    const fetched = () => this.#peer.fetches;
    const before = fetched();
    reading.times();
    await this.#node?.loopDelay();
    const { port } = new URL(this.#school.origin);
    const load = { port: Number(port), requests, connections: 400, total: requests.length, rate: RATE };
    const { statuses, seconds } = await this.#load.ask(load);
    const loop = (await this.#node?.loopDelay())?.own.p99 ?? 0;
    return { answered: statuses, seconds, fetches: fetched() - before, pages: reading.times(), loop };
  }

  async #nothingLost(count: number): Promise<void> {
    const { rows } = await sql<{ done: number }>`
      select count(*)::int as done from inbox_activity where type = 'Create' and state in ('done', 'dropped')`.execute(
      this.#school.ctx.db,
    );
    this.#findings.expect(rows[0]?.done === count, `${count} were taken, ${rows[0]?.done} handled`);
  }
}

const taken = ({ answered }: Flood): number => answered['202'] ?? 0;

function told(flood: Flood, quiet: readonly number[]): string {
  const all = Object.values(flood.answered).reduce((sum, count) => sum + count, 0);
  const share = (status: string) => Math.round((100 * (flood.answered[status] ?? 0)) / all);
  const ratio = (p95(flood.pages) / p95(quiet)).toFixed(1);
  return (
    `${Math.round(taken(flood) / flood.seconds)}/s taken of ${Math.round(all / flood.seconds)}/s, ${share('429')} % 429, ` +
    `${share('503')} % 503, pages p95 ${p95(flood.pages).toFixed(0)} ms (${ratio} ×), ` +
    `event loop p99 ${flood.loop.toFixed(0)} ms`
  );
}
