import { type Account, fetchResource, processAccount, webfinger } from './mastodon-account.ts';
import { type Card, cardOf } from './mastodon-card.ts';
import { type Status, statusOf } from './mastodon-status.ts';
import { CONVERTED, SUPPORTED } from './mastodon-text.ts';
import { listenOnLoopback, Peer, type Seen } from './peer.ts';
import { AS, asList, type Json, type PeerActor } from './peer-actor.ts';

/** A post in somebody's home timeline, with who boosted it into there. */
export interface Post {
  status: Status;
  boostedBy: Account | null;
}

/**
 * A server that treats what it gets as Mastodon documents that it does (federation contract 1.1 to 1.3 and 2):
 * relevance, conversion, edits, tombstones, boosts, accounts by their WebFinger round trip, authorized fetch.
 */
export class Mastodon extends Peer {
  readonly accounts = new Map<string, Account>();
  readonly statuses = new Map<string, Status>();
  readonly tombstones = new Set<string>();
  /** announced by → what, once for each pair, by the id of the Announce */
  readonly boosts: { id: string; by: string; of: string }[] = [];
  /** follows of people here: `bob's uri` → the accounts they follow, accepted ones only */
  readonly following = new Map<string, Set<string>>();
  readonly #asked = new Map<string, { by: PeerActor; followed: string }>();
  #count = 0;

  override async resolveKey(keyId: string): Promise<{ pem: string; owner: string }> {
    const account = await this.#accountAt(keyId.split('#')[0] as string);
    if (account.publicKey.id !== keyId) throw new Error(`${account.uri} does not have the key ${keyId}`);
    return { pem: account.publicKey.pem, owner: account.uri };
  }

  /** Looks somebody up by `name@host`, as the search field does. */
  async search(acct: string): Promise<Account> {
    return this.#accountAt((await webfinger(acct)).self);
  }

  /** The pinned posts of an account: addresses, or embedded Notes; anything else is passed over. */
  async pinned(account: Account): Promise<string[]> {
    const { orderedItems, items } = await fetchResource(this, account.featuredUrl);
    const list = asList(orderedItems ?? items).filter(
      (one) => typeof one === 'string' || one.type === 'Note',
    );
    return list.map((one) => one.id ?? one).filter((id) => new URL(id).host === new URL(account.uri).host);
  }

  /** Asks to follow; the follow counts when an Accept of it has come. */
  async follow(by: PeerActor, followed: Account): Promise<Json> {
    const id = `${this.origin}/${++this.#count}`;
    const follow = { '@context': AS, id, type: 'Follow', actor: by.uri, object: followed.uri };
    this.#asked.set(id, { by, followed: followed.uri });
    await this.send(by, followed.inbox, follow);
    return follow;
  }

  async unfollow(by: PeerActor, follow: Json): Promise<void> {
    this.following.get(by.uri)?.delete(follow.object);
    const { '@context': _, ...object } = follow;
    const undo = { '@context': AS, id: `${by.uri}#follows/undo`, type: 'Undo', actor: by.uri, object };
    await this.send(by, `${follow.object}/inbox`, undo);
  }

  /** What somebody here sees when they open the app: newest first. */
  home(reader: PeerActor): Post[] {
    const follows = this.following.get(reader.uri) ?? new Set();
    const own = [...this.statuses.values()].filter((status) => follows.has(status.account.uri));
    const boosted = this.boosts.filter((boost) => follows.has(boost.by));
    return [
      ...own.map((status) => ({ status, boostedBy: null })),
      ...boosted.flatMap(({ by, of }) => {
        const status = this.statuses.get(of);
        return status ? [{ status, boostedBy: this.accounts.get(by) ?? null }] : [];
      }),
    ].reverse();
  }

  /** Somebody opens a thread: what its first page of replies names is fetched (FetchRepliesService). */
  async openThread(uri: string): Promise<void> {
    const list = ((await (await this.get(uri)).json()) as Json).replies;
    const first = list?.first ?? list;
    for (const item of asList(first?.items ?? first?.orderedItems)) {
      const id = typeof item === 'string' ? item : (item as Json).id;
      if (!this.statuses.has(id)) await this.#fetchStatus(id);
    }
  }

  card(status: Status): Promise<Card | null> {
    return cardOf(status, (acct) => this.search(acct));
  }

  async #accountAt(uri: string): Promise<Account> {
    const account = await processAccount(await fetchResource(this, uri));
    this.accounts.set(uri, account);
    return account;
  }

  protected override async receive({ activity, signer }: Seen): Promise<void> {
    const object = typeof activity.object === 'string' ? { id: activity.object } : activity.object;
    switch (activity.type) {
      case 'Accept':
        return this.#accepted(object, signer);
      case 'Create':
        return this.#create(object, signer, activity);
      case 'Update':
        return this.#update(object, signer);
      case 'Delete':
        return this.#remove(object.id, signer);
      case 'Announce':
        return this.#announce(activity, object.id, signer);
      case 'Undo':
        if (object.type === 'Announce') this.#unboost(object, signer);
    }
  }

  #accepted(follow: Json, signer: string): void {
    const asked = this.#asked.get(follow.id);
    if (asked?.followed !== signer) return;
    this.following.set(asked.by.uri, (this.following.get(asked.by.uri) ?? new Set()).add(signer));
  }

  /** Somebody here follows the author, is answered, or is named: else nothing is kept. */
  #isRelevant(object: Json, signer: string): boolean {
    const ours = (uri: unknown) => typeof uri === 'string' && uri.startsWith(`${this.origin}/`);
    const followed = [...this.following.values()].some((follows) => follows.has(signer));
    const parent = this.statuses.get(object.inReplyTo);
    const answersFollowed = [...this.following.values()].some((follows) =>
      follows.has(parent?.account.uri ?? ''),
    );
    return (
      followed ||
      answersFollowed ||
      ours(object.inReplyTo) ||
      [...asList(object.to), ...asList(object.cc)].some(ours)
    );
  }

  async #create(object: Json, signer: string, activity: Json): Promise<void> {
    if (JSON.stringify([activity.to, activity.cc]) !== JSON.stringify([object.to, object.cc]))
      throw new Error(`${activity.id}: the activity and its object go to others`);
    if (this.#isRelevant(object, signer)) await this.#keep(object, signer);
  }

  async #keep(object: Json, author: string): Promise<Status | null> {
    const isTheirs =
      asList(object.attributedTo)[0] === author && new URL(object.id).host === new URL(author).host;
    const isPost = [...SUPPORTED, ...CONVERTED].includes(object.type);
    if (!isTheirs || !isPost || this.tombstones.has(object.id)) return null;
    const known = this.statuses.get(object.id);
    if (known) return known;
    const status = statusOf(object, this.accounts.get(author) ?? (await this.#accountAt(author)));
    this.statuses.set(object.id, status);
    return status;
  }

  async #update(object: Json, signer: string): Promise<void> {
    if (object.id === signer) {
      this.accounts.set(signer, await processAccount(object));
      return;
    }
    const known = this.statuses.get(object.id);
    if (!known || known.account.uri !== signer || asList(object.attributedTo)[0] !== signer) return;
    // only what is strictly later is an edit
    if (!object.updated || object.updated <= (known.editedAt ?? known.createdAt)) return;
    this.statuses.set(object.id, { ...statusOf(object, known.account), editedAt: object.updated });
  }

  #remove(uri: string, signer: string): void {
    const known = this.statuses.get(uri);
    if (new URL(uri).host !== new URL(signer).host || (known && known.account.uri !== signer)) return;
    this.tombstones.add(uri);
    this.statuses.delete(uri);
    for (const boost of this.boosts.filter((one) => one.of === uri))
      this.boosts.splice(this.boosts.indexOf(boost), 1);
  }

  async #announce(activity: Json, of: string, signer: string): Promise<void> {
    const followed = [...this.following.values()].some((follows) => follows.has(signer));
    if (!followed || this.boosts.some((boost) => boost.by === signer && boost.of === of)) return;
    const known = this.statuses.get(of) ?? (await this.#fetchStatus(of));
    if (known?.visibility !== 'public' && known?.visibility !== 'unlisted') return;
    this.boosts.push({ id: activity.id, by: signer, of });
  }

  async #fetchStatus(uri: string): Promise<Status | null> {
    const object = await fetchResource(this, uri);
    const author = asList(object.attributedTo)[0];
    if (!this.accounts.has(author)) await this.#accountAt(author);
    return this.#keep(object, author);
  }

  #unboost(announce: Json, signer: string): void {
    const index = this.boosts.findIndex((boost) => boost.by === signer && boost.id === announce.id);
    if (index !== -1) this.boosts.splice(index, 1);
  }
}

/** @returns a running server on a loopback port; nobody has an account there yet */
export async function openMastodon(): Promise<Mastodon> {
  const server = new Mastodon(await listenOnLoopback());
  server.authorizedFetch = true;
  return server;
}
