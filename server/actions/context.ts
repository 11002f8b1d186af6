import type { Actor } from '../domain/actor.ts';
import type { Clock } from '../domain/clock.ts';
import type { FoundObject } from '../domain/found-object.ts';
import type { HomeServer } from '../domain/home-server.ts';
import type { Media } from '../media/media.ts';
import type { Db, Tx } from '../store/db.ts';
import { notify } from '../store/notify.ts';

/** What an action works with. One for each node; nothing is a module-level singleton. */
export interface Ctx {
  db: Db;
  clock: Clock;
  /** `https://ajar.pinehollow.example`, no slash at the end */
  origin: string;
  /** the host part of it, with its port if any */
  host: string;
  lookup: Lookup;
  media: Media;
}

/** Finding people and works elsewhere: implemented by the post office, injected by the composition root. */
export interface Lookup {
  /**
   * Finds somebody by `@user@host`, by the address of a profile or of an actor, and stores what was found.
   * @throws Refusal `not-found` or `unreachable`
   */
  actor(text: string): Promise<Actor>;
  /**
   * Fetches a work, try or post by its address, stores it when it is a work, and says what it is.
   * @param anew ask its server even when it is known here
   * @throws Refusal `not-found` or `unreachable`
   */
  object(address: string, anew?: boolean): Promise<FoundObject>;
  /**
   * The address at which somebody can follow a person, or answer or try a work, on the server of their own account.
   * @param what its lasting address
   * @returns null when that server does not say
   * @throws Refusal `not-found` or `unreachable`
   */
  ownServer(home: HomeServer, what: { uri: string; kind: 'person' | 'object' }): Promise<string | null>;
}

/** What a process may keep in its caches, and what a change makes stale. */
export type CacheTag = `object:${string}` | `actor:${string}` | 'district';

/** A try of a try stands on the page of the first work as well. */
export function rootTags(lineage: readonly string[]): CacheTag[] {
  return lineage.map((uri): CacheTag => `object:${uri}`);
}

/** Tells every process, when the transaction commits, that something cached is stale. */
export async function markStale(tx: Tx | Db, ...tags: CacheTag[]): Promise<void> {
  for (const tag of new Set(tags)) await notify(tx, 'changed', tag);
}
