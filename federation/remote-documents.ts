import { LRUCache } from 'lru-cache';
import type { Ctx } from '../server/actions/context.ts';
import { receiveActor } from '../server/actions/receive-actor.ts';
import type { Actor } from '../server/domain/actor.ts';
import { hostOf } from '../server/domain/handle.ts';
import type { ReceivedActor } from '../server/domain/received.ts';
import { AP_ACCEPT, AP_TYPES } from '../server/net/content-types.ts';
import { NetError } from '../server/net/errors.ts';
import type { Net } from '../server/net/net.ts';
import { actorOf, instanceActorId, isBlockedHost } from '../server/reads/addressees.ts';
import { boundedJson } from './bounded-json.ts';
import { signGet } from './http-signature.ts';
import { type Keys, type KnownKey, readKey } from './keys.ts';
import { signRfc9421 } from './second-knock.ts';
import { receivedActor } from './translate/received-actor.ts';
import { idOf, listOf, ownList } from './translate/wire.ts';

/** What came of fetching a document. `away` may work later, `refused` will not. */
export type Fetched =
  | { kind: 'found'; json: Record<string, unknown>; url: string }
  | { kind: 'gone' }
  | { kind: 'refused'; why: string }
  | { kind: 'away'; why: string };

/** Is a signature that of this key? */
type CheckKey = (key: KnownKey) => Promise<boolean>;

const REFETCH_MS = 300_000;
const ACTOR_FRESH_MS = 6 * 3_600_000;

/** Signed fetching of ActivityPub documents: actors, objects, keys. Signed by the instance actor, since some servers show nothing otherwise. */
export class RemoteDocuments {
  readonly #ctx: Ctx;
  readonly #net: Net;
  readonly #keys: Keys;
  /** what failed lately, so that a flood of bad signatures does not make us fetch */
  readonly #failed = new LRUCache<string, 'away' | 'refused'>({ max: 5_000, ttl: REFETCH_MS });
  /** servers that kept us waiting: not asked again for a minute */
  readonly #slow = new LRUCache<string, true>({ max: 5_000, ttl: 60_000 });
  readonly #refetched = new LRUCache<string, true>({ max: 5_000, ttl: REFETCH_MS });
  readonly #underWay = new Map<string, Promise<Actor | null>>();
  /** documents of people unknown here that are being fetched because a key of theirs is named */
  readonly #meeting = new Map<string, Promise<ReceivedActor | null>>();
  /** keys of people unknown here for whom somebody else signed: asked for once in five minutes */
  readonly #unproven = new LRUCache<string, KnownKey>({ max: 5_000, ttl: REFETCH_MS });

  constructor(ctx: Ctx, net: Net, keys: Keys) {
    this.#ctx = ctx;
    this.#net = net;
    this.#keys = keys;
  }

  /** Fetches a document. Never our own, never from a blocked host. */
  async fetch(url: string): Promise<Fetched> {
    const host = hostOf(url);
    if (!host || host === this.#ctx.host) return { kind: 'refused', why: 'our own address' };
    if (await isBlockedHost(this.#ctx.db, host)) return { kind: 'refused', why: 'a blocked host' };
    if (this.#slow.has(host)) return { kind: 'away', why: 'it kept us waiting a moment ago' };
    const instance = await instanceActorId(this.#ctx.db);
    if (!instance) return { kind: 'away', why: 'this node is not set up yet' };
    const key = await this.#keys.signing(instance);
    const now = this.#ctx.clock.now();
    try {
      let answer = await this.#net.get(url, {
        accept: AP_ACCEPT,
        types: AP_TYPES,
        headers: (hop) => signGet(hop, AP_ACCEPT, key, now),
      });
      if (answer.status === 401)
        answer = await this.#net.get(url, {
          accept: AP_ACCEPT,
          types: AP_TYPES,
          headers: (hop) => signRfc9421('GET', hop, null, AP_ACCEPT, key),
        });
      if (answer.status === 410 || answer.status === 404) return { kind: 'gone' };
      if (answer.status < 200 || answer.status > 299)
        return {
          kind: answer.status >= 500 || answer.status === 429 ? 'away' : 'refused',
          why: `HTTP ${answer.status}`,
        };
      const json = boundedJson(answer.text());
      return json
        ? { kind: 'found', json, url: answer.url }
        : { kind: 'refused', why: 'not a JSON object within bounds' };
    } catch (error) {
      if (error instanceof NetError && error.kind === 'timeout') this.#slow.set(host, true);
      if (error instanceof NetError) return { kind: error.retryable ? 'away' : 'refused', why: error.plain };
      throw error;
    }
  }

  /**
   * Fetches an object by its id and makes sure that it is that object: its id is where it came from.
   * A page's address leads to the id that it names, once, on the same host.
   */
  async fetchObject(address: string): Promise<Fetched> {
    const first = await this.fetch(address);
    if (first.kind !== 'found') return first;
    const id = idOf(first.json);
    if (id && sameAddress(id, first.url)) return first;
    if (!id || hostOf(id) !== hostOf(first.url))
      return { kind: 'refused', why: 'the document has another address' };
    const second = await this.fetch(id);
    if (second.kind !== 'found') return second;
    return sameAddress(idOf(second.json) ?? '', second.url)
      ? second
      : { kind: 'refused', why: 'the document has another address' };
  }

  /** Somebody elsewhere, stored: from the database while fresh, else fetched. Null when they cannot be had. */
  async actor(uri: string, maxAgeMs = ACTOR_FRESH_MS): Promise<Actor | null> {
    const known = await actorOf(this.#ctx.db, uri);
    if (known && (known.host === null || known.state === 'gone')) return known.host === null ? known : null;
    if (known?.fetchedAt && this.#ctx.clock.now().getTime() - known.fetchedAt.getTime() < maxAgeMs)
      return known;
    return (await this.refreshActor(uri)) ?? known;
  }

  /**
   * Fetches somebody anew; many askers cause one request.
   * @param vouched they said that their profile changed, signed by a key that was known: a new key in it is theirs
   */
  async refreshActor(uri: string, vouched = false): Promise<Actor | null> {
    if (this.#failed.has(uri)) return null;
    const what = vouched ? `${uri} vouched` : uri;
    const running =
      this.#underWay.get(what) ?? this.#fetchActor(uri, vouched).finally(() => this.#underWay.delete(what));
    this.#underWay.set(what, running);
    return running;
  }

  /** Did somebody's server not answer a moment ago? Then they can be had later. */
  isAway(uri: string): boolean {
    return this.#failed.get(uri) === 'away';
  }

  async #fetchActor(uri: string, vouched: boolean): Promise<Actor | null> {
    const received = await this.#received(uri);
    return received && this.#store(received, vouched);
  }

  async #received(uri: string): Promise<ReceivedActor | null> {
    const fetched = await this.fetchObject(uri);
    const received = fetched.kind === 'found' ? receivedActor(fetched.json, this.#ctx.clock.now()) : null;
    if (!received) this.#failed.set(uri, fetched.kind === 'away' ? 'away' : 'refused');
    return received;
  }

  async #store(received: ReceivedActor, vouched = false): Promise<Actor> {
    const actor = await receiveActor(this.#ctx, received, vouched);
    if (actor.keyId) this.#keys.forget(actor.keyId);
    return actor;
  }

  /**
   * The key behind a `keyId`, with the proof that it is its actor's: the actor's document, fetched from its own
   * host, names exactly this key, and the key names the actor.
   * @param check is the signature that of this key? Somebody unknown is stored only when it is
   * @returns null when there is no such proof, `away` when the host does not answer now
   */
  async key(keyId: string, check: CheckKey): Promise<{ key: KnownKey; holds: boolean } | null | 'away'> {
    const known = await this.#keys.known(keyId);
    if (known) return { key: known, holds: await check(known) };
    const before = this.#failed.get(keyId);
    if (before) return before === 'away' ? 'away' : null;
    const owner = await this.#keyOwner(keyId);
    if (owner === 'away') {
      this.#failed.set(keyId, 'away');
      return 'away';
    }
    const isOwn = owner !== null && hostOf(owner) === hostOf(keyId);
    const actor = isOwn ? await this.#ownerOf(keyId, owner, check) : null;
    if (actor && 'key' in actor) return { key: actor, holds: false };
    if (!actor?.keyId || actor.keyId !== keyId || !actor.keyPem || actor.state === 'gone') {
      // a wholly new key waits for somebody to vouch for it: until then its sender comes again
      const waits = actor !== null && (await this.#keys.waiting(actor.uri))?.keyId === keyId;
      const away = waits || (owner !== null && this.#failed.get(owner) === 'away');
      this.#failed.set(keyId, away ? 'away' : 'refused');
      return away ? 'away' : null;
    }
    const key = this.#keys.remember(keyId, actor.uri, actor.keyPem);
    return key && { key, holds: await check(key) };
  }

  /** Whose key it is; of somebody unknown only the key, and nothing is stored, when the signature is not theirs. */
  async #ownerOf(keyId: string, owner: string, check: CheckKey): Promise<Actor | KnownKey | null> {
    const unproven = this.#unproven.get(keyId);
    if (unproven && !(await check(unproven))) return unproven;
    if (await actorOf(this.#ctx.db, owner)) return this.refreshActor(owner);
    if (this.#failed.has(owner)) return null;
    const meeting =
      this.#meeting.get(owner) ?? this.#received(owner).finally(() => this.#meeting.delete(owner));
    this.#meeting.set(owner, meeting);
    const received = await meeting;
    const key =
      received?.keyPem && received.keyId === keyId ? readKey(keyId, received.uri, received.keyPem) : null;
    if (!received || !key) return null;
    if (await check(key)) return this.#store(received);
    this.#unproven.set(keyId, key);
    return key;
  }

  /**
   * After a signature did not match: the actor may have a new key. Asked once in five minutes for each actor.
   * @returns the key; `waits` when it is wholly new and nobody has vouched for it yet
   */
  async keyAgain(known: KnownKey): Promise<{ key: KnownKey; waits: boolean } | null> {
    if (!this.#refetched.has(known.actorUri)) {
      this.#refetched.set(known.actorUri, true);
      await this.refreshActor(known.actorUri);
    }
    // another process may have learned of it
    const stored = await this.#keys.stored(known.keyId);
    if (stored && !stored.key.equals(known.key)) return { key: stored, waits: false };
    const key = await this.#keys.waiting(known.actorUri);
    return key?.keyId === known.keyId ? { key, waits: true } : null;
  }

  /** Who a key says it belongs to: mostly the address before `#`, else what the key's own document says. */
  async #keyOwner(keyId: string): Promise<string | null | 'away'> {
    const hash = keyId.indexOf('#');
    if (hash !== -1) return keyId.slice(0, hash);
    const fetched = await this.fetch(keyId);
    if (fetched.kind === 'away') return 'away';
    if (fetched.kind !== 'found') return null;
    const { json } = fetched;
    if (
      listOf(json.publicKey, 10).length > 0 &&
      ownList(json.publicKey, 10).some((key) => idOf(key) === keyId)
    )
      return idOf(json);
    return idOf(json.owner) ?? idOf(json.controller);
  }
}

/** The same address but for a fragment or a slash at the end of a bare host. */
function sameAddress(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  a.hash = '';
  b.hash = '';
  return a.href === b.href;
}
