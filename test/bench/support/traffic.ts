import { webcrypto } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { signJsonLd } from '@fedify/fedify/sig';
import { sql } from 'kysely';
import { preloadedContexts } from '../../../federation/preloaded-contexts.ts';
import { openDb } from '../../../server/store/db.ts';
import { updateWork } from '../../../server/store/works.ts';
import { type Answered, createNote } from './activities.ts';
import { type Bench, requireOnly, type Site } from './bench.ts';
import type { Child } from './child.ts';
import { cpuSeconds } from './cpu.ts';
import { aPublishedStory, aTeacher } from './seed.ts';
import { type KeyMaterial, makeKeys, makeSenders, type Sender, signedPost } from './senders.ts';

const HOSTS = 200;
const SENDERS = 400;
const CONNECTIONS = 64;

/** Somewhere that takes activities, and counts the posts that it really holds. */
export interface Target {
  pid: number;
  port: number;
  inbox: URL;
  answered: Answered;
  /** do activities wait to be handled? */
  isBusy(): Promise<boolean>;
  /** posts held and done with */
  held(): Promise<number>;
}

/** What is added to an activity before it is sent. */
export interface Variant {
  name: string;
  text(activity: Record<string, unknown>, sender: Sender): Promise<string>;
}

export const PLAIN: Variant = { name: 'plain', text: async (activity) => JSON.stringify(activity) };

/**
 * 400 people on 200 other servers, each with a key of their own. Every second one is followed here and posts, the
 * others reply to a story of ours.
 */
export class Traffic {
  readonly #bench: Bench;
  readonly #keys: readonly KeyMaterial[];
  readonly senders: readonly Sender[];
  #number = 100_000;

  private constructor(bench: Bench, keys: readonly KeyMaterial[], port: number) {
    this.#bench = bench;
    this.#keys = keys;
    this.senders = makeSenders(SENDERS, HOSTS, port, keys);
  }

  static async open(bench: Bench): Promise<Traffic> {
    const keys = makeKeys(8);
    const { port } = await bench.sink.ask({ open: { publicPems: keys.map((key) => key.publicPem) } });
    return new Traffic(bench, keys, port);
  }

  /** A node with a story, where half of the people are followed. */
  async toNode({ ctx, node }: Site): Promise<Target> {
    const ruth = await aTeacher(ctx, 'ruth');
    const story = await aPublishedStory(ctx, ruth, 'Seven silent seconds');
    // else the volume brake closes it to them, and nothing more of theirs is stored
    await updateWork(ctx.db, story.id, { reply_policy: 'everyone' });
    const actor = await ctx.db
      .selectFrom('actor')
      .select('uri')
      .where('id', '=', ruth)
      .executeTakeFirstOrThrow();
    const isBusy = async () => {
      const { rows } = await sql<{ waiting: boolean }>`
        select exists (select from inbox_activity where state = 'waiting') as waiting`.execute(ctx.db);
      return rows[0]?.waiting ?? true;
    };
    const held = async () => {
      const { rows } = await sql<{ done: string; posts: string }>`
        select (select count(*) from inbox_activity where state = 'done') as done,
          (select count(*) from reply) + (select count(*) from remote_note) as posts`.execute(ctx.db);
      return Math.min(Number(rows[0]?.done), Number(rows[0]?.posts));
    };
    const answered = { objectUri: story.uri, authorUri: actor.uri, handle: `ruth@${ctx.host}` };
    const inbox = new URL('/ap/inbox', node.origin);
    const target = { pid: node.pid, port: node.port, inbox, answered, isBusy, held };
    await this.#introduce(target);
    await sql`
      insert into follow (follower_id, followed_id, uri, state, accepted_at)
      select ${ruth}, id, ${node.origin} || '/follows/' || id, 'accepted', now() from actor
      where uri = any(${this.senders.filter(isFollowed).map((sender) => sender.uri)}::text[])`.execute(
      ctx.db,
    );
    return target;
  }

  async toStock(
    stock: Child<{ databaseUrl: string }, { port: number }>,
    answered: Answered,
  ): Promise<Target & { close(): Promise<void> }> {
    const databaseUrl = await this.#bench.emptyDatabase();
    const { port } = await stock.ask({ databaseUrl });
    const { db, close } = openDb(databaseUrl, { max: 1 });
    const held = async () => {
      const { rows } = await sql<{ posts: string }>`select count(*) as posts from stock_post`.execute(db);
      return Number(rows[0]?.posts);
    };
    const inbox = new URL(`http://127.0.0.1:${port}/inbox`);
    // it answers when it has stored the post
    const isBusy = async () => false;
    const target = { pid: stock.pid, port, inbox, answered, isBusy, held, close };
    await this.#introduce(target);
    return target;
  }

  /** Everybody replies once: so the receiver fetches their actor documents with their keys, as it always does. */
  async #introduce(target: Target): Promise<void> {
    const requests = await Promise.all(
      this.senders.map((sender) => this.#request(target, sender, PLAIN, true)),
    );
    requireOnly(
      await this.#bench.load.ask({ port: target.port, requests, connections: 16, total: requests.length }),
      '202',
    );
    await settled(target, requests.length);
  }

  /** What Mastodon adds to what may be forwarded. Ajar does not look at it; stock Fedify checks it. */
  withEmbeddedSignature(): Variant {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const imported = this.#keys.map(({ privateKey }) =>
      webcrypto.subtle.importKey(
        'pkcs8',
        privateKey.export({ type: 'pkcs8', format: 'der' }),
        algorithm,
        true,
        ['sign'],
      ),
    );
    return {
      name: 'with an embedded signature',
      text: async (activity, sender) => {
        const key = await (imported[sender.number % imported.length] as Promise<CryptoKey>);
        const options = { contextLoader: preloadedContexts };
        return JSON.stringify(await signJsonLd(activity, key, new URL(sender.keyId), options));
      },
    };
  }

  async #request(
    target: Target,
    sender: Sender,
    variant: Variant,
    answers = !isFollowed(sender),
  ): Promise<Buffer> {
    this.#number += 1;
    const activity = createNote(sender, String(this.#number), answers ? target.answered : null);
    return signedPost(target.inbox, sender, await variant.text(activity, sender));
  }

  /** Signed before they are sent, so that the senders' work does not count. */
  async requests(target: Target, variant: Variant, count: number): Promise<Buffer[]> {
    const requests: Buffer[] = [];
    while (requests.length < count) {
      const next = this.senders.slice(0, count - requests.length);
      requests.push(...(await Promise.all(next.map((sender) => this.#request(target, sender, variant)))));
    }
    return requests;
  }

  /** As fast as it goes. @returns activities a second, and milliseconds of the receiver's CPU for each */
  async flood(
    target: Target,
    variant: Variant,
    count: number,
  ): Promise<{ rate: number; cpuMs: number | null }> {
    const requests = await this.requests(target, variant, count);
    const before = await target.held();
    const cpu = cpuSeconds(target.pid);
    const load = { port: target.port, requests, connections: CONNECTIONS, total: count };
    const { startedAt } = requireOnly(await this.#bench.load.ask(load), '202');
    const seconds = ((await settled(target, before + count)) - startedAt) / 1000;
    const used = cpuSeconds(target.pid);
    return {
      rate: count / seconds,
      cpuMs: cpu === null || used === null ? null : ((used - cpu) * 1000) / count,
    };
  }

  /** At a steady rate. @returns milliseconds from the planned time to the answer 202 */
  async stream(target: Target, rate: number, seconds: number): Promise<Float64Array> {
    const total = Math.ceil(rate * seconds);
    const requests = await this.requests(target, PLAIN, total);
    const before = await target.held();
    const load = { port: target.port, requests, connections: 256, total, rate };
    const { latencies } = requireOnly(await this.#bench.load.ask(load), '202');
    await settled(target, before + total);
    return latencies;
  }
}

const isFollowed = (sender: Sender): boolean => sender.number % 2 === 0;

/**
 * Waits until everything is handled.
 * @returns when that was, in milliseconds since 1970
 * @throws Error when it is not so many posts that are held then
 */
async function settled(target: Target, count: number): Promise<number> {
  const deadline = Date.now() + 120_000;
  while (await target.isBusy()) {
    if (Date.now() > deadline) throw new Error('after two minutes activities still wait');
    await sleep(10);
  }
  const end = Date.now();
  const held = await target.held();
  if (held !== count) throw new Error(`${count} posts should be held, but it is ${held}`);
  return end;
}
