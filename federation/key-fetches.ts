import { LRUCache } from 'lru-cache';
import type { Ctx } from '../server/actions/context.ts';
import { hostOf } from '../server/domain/handle.ts';
import type { InboundLimits } from './inbound-limits.ts';
import type { Keys, KnownKey } from './keys.ts';
import type { Newcomers } from './newcomers.ts';
import type { RemoteDocuments } from './remote-documents.ts';
import { TokenBuckets } from './token-buckets.ts';
import { Turns } from './turns.ts';

/** The key cannot be had now: the sender may come again after so many seconds. 429: it is the sender's doing. */
export interface Away {
  away: string;
  status: 429 | 503;
  retryAfter: number;
}

/** Who wants a key. */
export interface Asking {
  /** where the request came from, as `distantAddressKey` gives it */
  from: string | null;
  /** called before the asker has to wait for another server */
  stepAside?: () => void;
}

/** `holds`: the signature is known to be this key's, or known not to be; null: it was not checked. */
type FoundKey = { key: KnownKey; holds: boolean | null } | Away | null;

const LATER: Away = { away: 'the host of the key does not answer', status: 503, retryAfter: 300 };
const BUSY: Away = { away: 'too many keys are being asked for', status: 503, retryAfter: 60 };

/**
 * Keys behind signatures. Those that are known are there at once. Any other one makes this node send a request to an
 * address that a stranger chose, so that is bounded: for each address that they come from, and in all. An address
 * whose signature led to nothing is not believed for five minutes; what is signed with known keys still is.
 */
export class KeyFetches {
  readonly #ctx: Ctx;
  readonly #keys: Keys;
  readonly #documents: RemoteDocuments;
  readonly #newcomers: Newcomers;
  readonly #limits: InboundLimits;
  /** addresses that are stopped, and until when in milliseconds */
  readonly #stops = new LRUCache<string, number>({ max: 20_000 });
  readonly #newKeys: TokenBuckets;
  readonly #ofAddress: Turns;
  readonly #inAll: Turns;
  #pending = 0;

  constructor(
    ctx: Ctx,
    parts: { keys: Keys; documents: RemoteDocuments; newcomers: Newcomers },
    limits: InboundLimits,
  ) {
    this.#ctx = ctx;
    this.#keys = parts.keys;
    this.#documents = parts.documents;
    this.#newcomers = parts.newcomers;
    this.#limits = limits;
    this.#newKeys = new TokenBuckets(limits.newKeys);
    this.#ofAddress = new Turns(limits.keysAtOnceOfAddress, limits.keysInLineOfAddress);
    this.#inAll = new Turns(limits.keysAtOnce, limits.keysInLine);
  }

  /**
   * @param check whether the signature is that of a key; asked for a key that was unknown
   * @returns the key; null when it is not its actor's
   */
  async find(keyId: string, asking: Asking, check: (key: KnownKey) => Promise<boolean>): Promise<FoundKey> {
    const known = await this.#keys.known(keyId);
    if (known) return { key: known, holds: null };
    return this.#inTurn<FoundKey>(asking, async () => {
      const host = hostOf(keyId) ?? '';
      const why = await this.#newcomers.whyNot(host);
      if (why !== null) return { away: why, status: 429, retryAfter: 3_600 };
      // checked before the next one in line has its turn
      const found = await this.#documents.key(keyId, check);
      if (found === null || found === 'away' || !found.holds) this.#stop(asking.from);
      else await this.#newcomers.letIn(host);
      return found === 'away' ? LATER : found;
    });
  }

  /** After a signature did not match: another key that the actor has now. `waits`: nobody has vouched for it yet. */
  async findAgain(known: KnownKey, asking: Asking): Promise<{ key: KnownKey; waits: boolean } | Away | null> {
    const { from } = asking;
    const wait = from === null ? 0 : this.#newKeys.take(from, this.#ctx.clock.now());
    if (wait > 0) return { ...BUSY, retryAfter: wait };
    return this.#inTurn(asking, () => this.#documents.keyAgain(known));
  }

  /** No unknown keys for this address, for a while. */
  #stop(from: string | null): void {
    if (from !== null)
      this.#stops.set(from, this.#ctx.clock.now().getTime() + this.#limits.stopSeconds * 1000);
  }

  #stopped(from: string | null): Away | null {
    const left = from === null ? 0 : (this.#stops.get(from) ?? 0) - this.#ctx.clock.now().getTime();
    // a clock that was put back does not make it longer
    if (left <= 0 || left > this.#limits.stopSeconds * 1000) return null;
    const away = 'the last unknown key for your address could not be had';
    return { away, status: 503, retryAfter: Math.ceil(left / 1000) };
  }

  async #inTurn<T>({ from, stepAside }: Asking, work: () => Promise<T>): Promise<T | Away> {
    const stopped = this.#stopped(from);
    if (stopped) return stopped;
    const { keysAtOnce, keysInLine } = this.#limits;
    if (this.#pending >= keysAtOnce + keysInLine) return BUSY;
    stepAside?.();
    this.#pending += 1;
    try {
      // while it waited, one before it may have led to nothing
      const inAll = () => this.#inAll.run('', async () => this.#stopped(from) ?? (await work()));
      const done = from === null ? await inAll() : await this.#ofAddress.run(from, inAll);
      return done === 'full' ? BUSY : done;
    } finally {
      this.#pending -= 1;
    }
  }
}
