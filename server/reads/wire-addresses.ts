import type { Actor } from '../domain/actor.ts';
import { isId } from '../domain/ids.ts';
import { actorById, localActorByHandle } from '../store/actors.ts';
import { adaptationById, adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { replyById, replyByUri } from '../store/replies.ts';
import { type Tombstone, tombstoneOf } from '../store/tombstones.ts';
import { workBySlug, workByUri } from '../store/works.ts';

/** What an address of ours names, for readers of ActivityPub. */
export type Named =
  | { kind: 'actor'; id: string }
  | { kind: 'work' | 'try' | 'reply'; id: string; uri: string }
  | { kind: 'tombstone'; tombstone: Tombstone }
  | null;

/** The thing with this ActivityPub id, whether or not it may be shown: the translator decides that. */
export async function namedByUri(db: Db, uri: string): Promise<Named> {
  const tombstone = await tombstoneOf(db, uri);
  if (tombstone) return { kind: 'tombstone', tombstone };
  const work = await workByUri(db, uri);
  if (work) return work.host === null ? { kind: 'work', id: work.id, uri } : null;
  const adaptation = await adaptationByUri(db, uri);
  if (adaptation) return adaptation.host === null ? { kind: 'try', id: adaptation.id, uri } : null;
  const reply = await replyByUri(db, uri);
  return reply && reply.host === null ? { kind: 'reply', id: reply.id, uri } : null;
}

/** The thing behind a page: `/`, `/district`, `/@ruth`, `/@ruth/slug`, `/@ruth/tries/id`, `/@ruth/replies/id`. */
export async function namedByPath(db: Db, path: string): Promise<Named> {
  if (path === '/about') return instance(db);
  if (path === '/' || path === '/district') {
    const district = await theDistrict(db);
    return district ? { kind: 'actor', id: district.actor.id } : null;
  }
  const match = /^\/@([A-Za-z0-9_]{1,30})(?:\/([^/]+)(?:\/([^/]+))?)?\/?$/.exec(path);
  const actor = match?.[1] ? await localActorByHandle(db, match[1]) : null;
  if (!match || !actor) return null;
  const [first, second] = [decode(match[2]), match[3]];
  if (first === null) return { kind: 'actor', id: actor.id };
  if (second !== undefined) {
    const find = first === 'tries' ? adaptationById : first === 'replies' ? replyById : null;
    const thing = find && isId(second) ? await find(db, second) : null;
    return thing && thing.authorId === actor.id
      ? withTombstone(db, first === 'tries' ? 'try' : 'reply', thing)
      : null;
  }
  const work = await workBySlug(db, actor.id, first);
  return work ? withTombstone(db, 'work', work) : null;
}

async function withTombstone(
  db: Db,
  kind: 'work' | 'try' | 'reply',
  thing: { id: string; uri: string },
): Promise<Named> {
  const tombstone = await tombstoneOf(db, thing.uri);
  return tombstone ? { kind: 'tombstone', tombstone } : { kind, id: thing.id, uri: thing.uri };
}

async function instance(db: Db): Promise<Named> {
  const district = await theDistrict(db);
  return district ? { kind: 'actor', id: district.instanceActor.id } : null;
}

function decode(part: string | undefined): string | null {
  if (part === undefined) return null;
  try {
    const decoded = decodeURIComponent(part).normalize('NFC');
    // the database knows no NUL
    return decoded.includes('\0') ? '' : decoded;
  } catch {
    return '';
  }
}

/** The actor that a WebFinger resource names: `acct:`, an actor's id, a profile page, the node itself. */
export async function actorByResource(
  db: Db,
  resource: string,
  origin: string,
  host: string,
): Promise<Actor | null> {
  const acct = /^acct:@?([^@]+)@(.+)$/i.exec(resource);
  if (acct?.[1] && acct[2]) return acct[2].toLowerCase() === host ? localActorByHandle(db, acct[1]) : null;
  if (resource !== origin && !resource.startsWith(`${origin}/`)) return null;
  const path = resource.slice(origin.length);
  if (path === '' || path === '/') return actorOfNamed(db, await instance(db));
  if (path === '/ap/actor') return actorOfNamed(db, await instance(db));
  const id = /^\/ap\/actors\/([0-9a-z]{26})$/.exec(path)?.[1];
  if (id) {
    const actor = await actorById(db, id);
    return actor?.host === null ? actor : null;
  }
  return actorOfNamed(db, await namedByPath(db, path));
}

async function actorOfNamed(db: Db, named: Named): Promise<Actor | null> {
  return named?.kind === 'actor' ? actorById(db, named.id) : null;
}
