import { getLogger } from '@logtape/logtape';
import { type LeasedBackfill, type SittingEnd, showListed, takePace } from '../server/actions/backfill.ts';
import { inEffect } from '../server/actions/in-effect.ts';
import { receiveTakeBack } from '../server/actions/receive-take-back.ts';
import { hostOf } from '../server/domain/handle.ts';
import type { Net } from '../server/net/net.ts';
import {
  authorOfHeld,
  countFromElsewhere,
  heldThing,
  isTombstone,
  listsBelow,
} from '../server/reads/held-things.ts';
import { addParent, addStep, BOUNDS, newWalk, type Step, takeStep, type Walk } from './backfill-walk.ts';
import { lacksParent, takeIn } from './inbox/object.ts';
import type { Office } from './office.ts';
import { RemoteDocuments } from './remote-documents.ts';
import { idOf, listOf } from './translate/wire.ts';

const log = getLogger(['ajar', 'backfill']);

type Json = Record<string, unknown>;

const SITTING_MS = 20_000;
/** a server that did not answer is left alone for so long */
const AWAY_SECONDS = 60;
const MISSES = 2;
/** lists under things that are held already */
const LISTS = 50;
const LISTED = new Set(['Collection', 'OrderedCollection', 'CollectionPage', 'OrderedCollectionPage']);

/** A host that must not be asked just now. */
class Wait extends Error {
  readonly host: string;
  readonly seconds: number;

  constructor(host: string, seconds: number) {
    super(`${host} is asked again in ${seconds} s`);
    this.host = host;
    this.seconds = seconds;
  }
}

/** What the start of a reading needs is away: the whole is put off. */
class Away extends Error {}

/**
 * Reads on in a thread at other servers (rule 87 of the contract): the thing itself, what answers it as its host lists
 * it, and so on below, each thing from its own host and by the rules of the inbox. Stops where a host may not be asked
 * again yet, and goes on from there another time.
 */
export async function sit(
  office: Office,
  backfill: LeasedBackfill,
  isStopping: () => boolean,
): Promise<SittingEnd> {
  const { ctx } = office;
  const walk = (backfill.walk as Walk | null) ?? (await beginning(office, backfill));
  const start = await heldThing(ctx.db, backfill.uri);
  const host = start ? start.host : hostOf(backfill.uri);
  const sitting = new Sitting(pacedOffice(office, walk), backfill, walk, host);
  const waits = new Map<string, number>();
  const end = Date.now() + SITTING_MS;
  for (;;) {
    if (isStopping()) return { kind: 'stopped' };
    const step = takeStep(walk, (one) => waits.has(one));
    if (!step) break;
    try {
      const away = await sitting.take(step);
      if (away) waits.set(away, AWAY_SECONDS);
    } catch (error) {
      if (error instanceof Away) return { kind: 'failed', why: error.message };
      if (!(error instanceof Wait)) throw error;
      walk.todo.unshift(step);
      waits.set(error.host, error.seconds);
    }
    if (Date.now() > end) return { kind: 'goes-on', walk, seconds: 0 };
  }
  if (walk.todo.length > 0) return { kind: 'goes-on', walk, seconds: Math.min(...waits.values()) };
  log.debug('{uri} was read with {requests} requests', { uri: backfill.uri, requests: walk.requests });
  return { kind: 'finished', outcome: `${walk.stored} new, ${walk.requests} requests` };
}

async function beginning({ ctx }: Office, { uri, whole }: LeasedBackfill): Promise<Walk> {
  const walk = newWalk(whole ? await countFromElsewhere(ctx.db, uri) : 0);
  // our own is not asked for; that it is known must not keep it from being fetched otherwise
  if (hostOf(uri) !== ctx.host) walk.todo.push({ kind: 'thing', url: uri, depth: 0 });
  walk.seen.push(uri);
  if (whole)
    for (const url of await listsBelow(ctx.db, uri, LISTS)) addStep(walk, { kind: 'list', url, depth: 1 });
  return walk;
}

/** The post office as a reading uses it: every request is counted, and none comes too soon after the last. */
function pacedOffice(office: Office, walk: Walk): Office {
  const get: Net['get'] = async (url, options) => {
    const host = hostOf(url) ?? '';
    const seconds = await takePace(office.ctx, host);
    if (seconds > 0) throw new Wait(host, seconds);
    walk.requests += 1;
    return office.net.get(url, options);
  };
  const net: Net = { ...office.net, get };
  return { ...office, net, documents: new RemoteDocuments(office.ctx, net, office.keys) };
}

class Sitting {
  readonly #office: Office;
  readonly #backfill: LeasedBackfill;
  readonly #walk: Walk;
  /** where the thread lives */
  readonly #host: string | null;
  /** things that came along with a list of their own host, or were fetched in this sitting */
  readonly #at = new Map<string, Json>();

  constructor(office: Office, backfill: LeasedBackfill, walk: Walk, host: string | null) {
    this.#office = office;
    this.#backfill = backfill;
    this.#walk = walk;
    this.#host = host;
  }

  /**
   * Takes one step. @returns the host that did not answer, null when all is well
   * @throws Wait, Away
   */
  async take(step: Step): Promise<string | null> {
    if (hostOf(step.url) === this.#office.ctx.host) return null;
    return step.kind === 'list' ? this.#list(step) : this.#thing(step);
  }

  async #thing(step: Step): Promise<string | null> {
    const { ctx, documents } = this.#office;
    const isStart = step.url === this.#backfill.uri;
    const held = await heldThing(ctx.db, step.url);
    if (held && !isStart) {
      if (step.listed) await showListed(ctx, step.url);
      this.#listOf(held.replies, step);
      return null;
    }
    if (!held && (await isTombstone(ctx.db, step.url))) return null;
    const here = this.#at.get(step.url);
    const fetched = here ? { kind: 'found' as const, json: here } : await documents.fetchObject(step.url);
    if (fetched.kind === 'away') return this.#miss(step, isStart, fetched.why);
    if (fetched.kind === 'gone' || (fetched.kind === 'found' && fetched.json.type === 'Tombstone')) {
      const author = held && (await authorOfHeld(ctx.db, held));
      if (author) await inEffect(ctx, (inner) => receiveTakeBack(inner, author, step.url));
    }
    if (fetched.kind !== 'found') return null;
    this.#at.set(step.url, fetched.json);
    await this.#takeIn(step, fetched.json);
    return null;
  }

  async #takeIn(step: Step, json: Json): Promise<void> {
    const outcome = await takeIn(this.#office, json, step.listed ?? false);
    if (lacksParent(outcome)) {
      const parent = idOf(json.isBasedOn) ?? idOf(json.inReplyTo);
      if (parent && hostOf(parent) !== this.#office.ctx.host) addParent(this.#walk, step, parent);
      return;
    }
    if (outcome === 'stored') {
      this.#walk.stored += 1;
      this.#walk.replies += 1;
    }
    if (!['stored', 'updated', 'known', 'older'].includes(outcome) || !this.#backfill.whole) return;
    this.#listOf(json.replies, step);
    if (step.depth === 0) this.#listOf(json.context, step);
  }

  /** A list that a thing names: on the thing’s own host alone. It may stand in the thing itself. */
  #listOf(list: unknown, { url, depth }: Step): void {
    const host = hostOf(url);
    const address = idOf(list);
    if (host === null || (address !== null && hostOf(address) !== host)) return;
    if (typeof list === 'object' && list !== null && LISTED.has(String((list as Json).type)))
      this.#items(list as Json, host, depth, 1);
    else if (address !== null) addStep(this.#walk, { kind: 'list', url: address, depth });
  }

  async #list(step: Step): Promise<string | null> {
    const fetched = await this.#office.documents.fetch(step.url);
    if (fetched.kind === 'away') return this.#miss(step, false, fetched.why);
    const host = hostOf(step.url);
    if (fetched.kind !== 'found' || host === null || hostOf(fetched.url) !== host) return null;
    const { json } = fetched;
    const id = idOf(json);
    if (LISTED.has(String(json.type)) && (id === null || hostOf(id) === host))
      this.#items(json, host, step.depth, step.page ?? 1);
    return null;
  }

  /** What stands on a page, and the next one. @param host whose word the page is */
  #items(page: Json, host: string, depth: number, number: number): void {
    const listed = host === this.#host && host !== this.#office.ctx.host;
    for (const item of listOf(page.items ?? page.orderedItems, BOUNDS.items)) {
      const id = idOf(item);
      if (id === null) continue;
      // a host may show its own things whole; those of others are asked for where they live
      if (typeof item === 'object' && item !== null && 'type' in item && hostOf(id) === host)
        this.#at.set(id, item as Json);
      addStep(this.#walk, { kind: 'thing', url: id, depth: depth + 1, ...(listed ? { listed } : {}) });
    }
    for (const [next, at] of [
      [page.first, number],
      [page.next, number + 1],
    ] as const) {
      const url = idOf(next);
      if (url !== null && hostOf(url) !== host) continue;
      if (typeof next === 'object' && next !== null && 'type' in next) {
        if (at <= BOUNDS.pages) this.#items(next as Json, host, depth, at);
      } else if (url !== null) addStep(this.#walk, { kind: 'list', url, depth, page: at });
    }
  }

  /** A server did not answer: once more later; without the start itself the whole is put off. */
  #miss(step: Step, isStart: boolean, why: string): string | null {
    if (isStart) throw new Away(why);
    const misses = (step.misses ?? 0) + 1;
    if (misses < MISSES) this.#walk.todo.push({ ...step, misses });
    return hostOf(step.url);
  }
}
