import { LRUCache } from 'lru-cache';
import { NetError } from '../server/net/errors.ts';
import {
  activityBodies,
  closeCircuits,
  type DeliveryResult,
  type DueDelivery,
  dueDeliveries,
  type LeasedHost,
  type ReleasedHost,
  recordResults,
  releaseHosts,
  renewLease,
} from '../server/store/deliveries.ts';
import { batched } from './batch.ts';
import type { DeliveryPlaces } from './delivery-places.ts';
import { nextDelay, opensCircuit, verdictOf } from './delivery-policy.ts';
import { type Standing, standingAfter, standingOf } from './delivery-standing.ts';
import { digestOf, signPost } from './http-signature.ts';
import type { Office } from './office.ts';
import { isNobodyThere, recheckInbox } from './recheck-inbox.ts';
import { signRfc9421 } from './second-knock.ts';

interface Outgoing {
  actorId: string;
  body: string;
  bytes: Buffer;
  digest: string;
}

/** How long a host may keep its place, and how long it kept us waiting. */
class Turn {
  readonly #end: number;
  readonly #isStopping: () => boolean;
  /** milliseconds for the slowest answer; null: nothing was sent */
  slowest: number | null = null;

  constructor(ms: number, isStopping: () => boolean) {
    this.#end = performance.now() + ms;
    this.#isStopping = isStopping;
  }

  isOver(): boolean {
    return this.#isStopping() || performance.now() > this.#end;
  }

  answered(ms: number): void {
    this.slowest = Math.max(this.slowest ?? 0, ms);
  }
}

const BATCH = 256;
/** requests under way at once to one host, each to another inbox */
const PER_HOST = 8;
export const LEASE_SECONDS = 30;
/** results of all hosts are gathered for so long and then written down: what is not would be sent again after a crash */
const GATHER_MS = 20;
const RESULTS_AT_ONCE = 500;

/** Sends what waits for one leased host, in order for each inbox, and gives the host back. */
export class Deliverer {
  readonly #office: Office;
  readonly #owner: string;
  readonly #places: DeliveryPlaces;
  readonly #bodies = new LRUCache<string, Outgoing>({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (one) => one.bytes.length * 3 + 500,
    max: 2_000,
  });
  readonly #isStopping: () => boolean;
  readonly #record: (result: DeliveryResult) => Promise<void>;
  readonly #release: (host: ReleasedHost) => Promise<void>;

  /** @param places how long a host may take */
  constructor(office: Office, owner: string, places: DeliveryPlaces, isStopping: () => boolean) {
    this.#office = office;
    this.#owner = owner;
    this.#places = places;
    this.#isStopping = isStopping;
    const { db } = office.ctx;
    this.#record = batched((results) => recordResults(db, results), RESULTS_AT_ONCE, GATHER_MS);
    this.#release = batched((hosts) => releaseHosts(db, owner, hosts), RESULTS_AT_ONCE, GATHER_MS);
  }

  async serve(host: LeasedHost): Promise<void> {
    const { db } = this.#office.ctx;
    const turn = new Turn(this.#places.turnMs, this.#isStopping);
    const before = standingOf(host);
    let standing = before;
    /** inboxes at whose people's doors it was asked, this time, whether they have moved */
    const asked = new Set<string>();
    const renewal = setInterval(
      () => void renewLease(db, host.host, this.#owner, LEASE_SECONDS).catch(() => undefined),
      (LEASE_SECONDS * 1000) / 3,
    );
    try {
      // an open circuit gets one request, to see whether the host is back
      let probing = host.openSeconds !== null;
      while (!turn.isOver()) {
        const limit = probing ? 1 : BATCH;
        const due = await dueDeliveries(db, host.host, limit);
        if (due.length === 0) break;
        const sent = await this.#sendAll(due, standing, asked, turn);
        standing = sent.standing;
        for (const [inbox, ids] of sent.nobodyThere) {
          asked.add(inbox);
          await recheckInbox(this.#office, { inbox, host: host.host, deliveryIds: ids });
        }
        if (!standing.success && opensCircuit(standing.failures)) break;
        // whatever has come meanwhile makes the host due again when it is given back
        if (!probing && due.length < limit && sent.nobodyThere.size === 0) break;
        // it is back: what waits for its other inboxes is due as well
        if (probing && standing.success) await closeCircuits(db, [host.host]);
        probing = false;
      }
    } finally {
      clearInterval(renewal);
      const slow = turn.slowest === null ? null : turn.slowest > this.#places.slowMs;
      await this.#release({ host: host.host, outcome: standing === before ? null : standing, slow });
    }
  }

  /** Sends a batch. `nobodyThere`: the inboxes that answered 404 or 410, each with the delivery that met with it. */
  async #sendAll(
    due: readonly DueDelivery[],
    before: Standing,
    asked: ReadonlySet<string>,
    turn: Turn,
  ): Promise<{ standing: Standing; nobodyThere: Map<string, string[]> }> {
    const bodies = await this.#load(due);
    const byInbox = new Map<string, DueDelivery[]>();
    for (const one of due) byInbox.set(one.inbox, [...(byInbox.get(one.inbox) ?? []), one]);
    const recorded: Promise<void>[] = [];
    const nobodyThere = new Map<string, string[]>();
    let standing = before;
    const queues = [...byInbox.values()];
    const sendQueue = async () => {
      for (let queue = queues.shift(); queue; queue = queues.shift()) {
        for (const one of queue) {
          if (turn.isOver() || (!standing.success && opensCircuit(standing.failures))) return;
          const before = performance.now();
          const result = await this.#send(one, bodies.get(one.activityId), standing);
          turn.answered(performance.now() - before);
          const written = this.#record(result);
          // a failure is told to whoever waits for all of them
          written.catch(() => undefined);
          recorded.push(written);
          standing = standingAfter(standing, result, one.attempts);
          // what is behind a delayed delivery waits with it
          if (result.state === 'waiting') break;
          if (isNobodyThere(result) && !asked.has(one.inbox)) {
            nobodyThere.set(one.inbox, [one.id]);
            break;
          }
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(PER_HOST, queues.length) }, sendQueue));
    await Promise.all(recorded);
    return { standing, nobodyThere };
  }

  /** The activities of a batch; what was taken back meanwhile has no text any more and is left out. */
  async #load(due: readonly DueDelivery[]): Promise<ReadonlyMap<string, Outgoing>> {
    const loaded = new Map<string, Outgoing>();
    const ids = [...new Set(due.map((one) => one.activityId))];
    for (const id of ids) {
      const cached = this.#bodies.get(id);
      if (cached) loaded.set(id, cached);
    }
    const missing = ids.filter((id) => !loaded.has(id));
    if (missing.length === 0) return loaded;
    for (const [id, { actorId, body }] of await activityBodies(this.#office.ctx.db, missing)) {
      if (body === '') continue;
      const bytes = Buffer.from(body);
      const activity = { actorId, body, bytes, digest: digestOf(bytes) };
      this.#bodies.set(id, activity);
      loaded.set(id, activity);
    }
    return loaded;
  }

  async #send(one: DueDelivery, activity: Outgoing | undefined, standing: Standing): Promise<DeliveryResult> {
    if (!activity)
      return { id: one.id, state: 'refused', status: null, error: 'taken back before it was sent' };
    try {
      const answer = await this.#post(new URL(one.inbox), activity);
      const verdict = verdictOf(answer.status);
      if (verdict === 'delivered') return { id: one.id, state: 'delivered', status: answer.status };
      const error = `HTTP ${answer.status} ${answer.bodyStart.slice(0, 200)}`;
      return verdict === 'refused'
        ? { id: one.id, state: 'refused', status: answer.status, error }
        : this.#again(one, standing, answer.status, error, answer.retryAfterSeconds);
    } catch (error) {
      const plain =
        error instanceof NetError ? error.plain : error instanceof Error ? error.message : String(error);
      if (error instanceof NetError && !error.retryable)
        return { id: one.id, state: 'refused', status: null, error: plain };
      return this.#again(one, standing, null, plain, null);
    }
  }

  async #post(url: URL, activity: Outgoing) {
    const { net, keys, ctx } = this.#office;
    const key = await keys.signing(activity.actorId);
    const answer = await net.post(url.href, {
      headers: await signPost(url, activity.digest, key, ctx.clock.now()),
      body: activity.bytes,
    });
    if (answer.status !== 401) return answer;
    return net.post(url.href, {
      headers: await signRfc9421('POST', url, activity.body, '', key),
      body: activity.bytes,
    });
  }

  #again(
    one: DueDelivery,
    standing: Standing,
    status: number | null,
    error: string,
    retryAfter: number | null,
  ): DeliveryResult {
    const failed = { id: one.id, state: 'dead', status, error } as const;
    const { probeInSeconds } = standingAfter(standing, failed, one.attempts);
    const delaySeconds = nextDelay(one.attempts + 1, one.ageSeconds, retryAfter, probeInSeconds);
    return delaySeconds === null ? failed : { id: one.id, state: 'waiting', status, error, delaySeconds };
  }
}
