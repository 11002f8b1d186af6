import type { Actor } from '../domain/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { openPlace } from './open-place.ts';
import { original } from './original.ts';
import { knownActor } from './person-page.ts';

/** Something of ours that everybody may see, and may want to open on a server of their own. */
export type SharedThing =
  | { kind: 'person'; uri: string; actor: Actor }
  | { kind: 'object'; uri: string; title: string; lang: string; author: Actor };

const ANYBODY = { kind: 'anonymous' } as const;

/** One of our people, the district, a public work or try of ours, by its lasting address or its page; else null. */
export async function sharedThing(db: Db, address: string): Promise<SharedThing | null> {
  const place = await openPlace(db, ANYBODY, address);
  if (place) return place.host === null && place.kind !== 'reply' ? shared(db, place.uri) : null;
  const actor = await knownActor(db, address);
  if (actor?.host !== null || !['active', 'resting'].includes(actor.state)) return null;
  return ['person', 'organization'].includes(actor.kind) ? { kind: 'person', uri: actor.uri, actor } : null;
}

async function shared(db: Db, uri: string): Promise<SharedThing | null> {
  try {
    const { title, lang, author } = await original(db, ANYBODY, uri);
    return { kind: 'object', uri, title, lang, author };
  } catch (error) {
    // taken back
    if (error instanceof Refusal) return null;
    throw error;
  }
}
