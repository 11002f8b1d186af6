import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import { mayLeave, type Readable, readableBy } from '../domain/audience.ts';
import type { ShownPhoto } from '../domain/photo.ts';
import type { Reply } from '../domain/reply.ts';
import type { Work } from '../domain/work.ts';
import { actorById, actorsByIds } from '../store/actors.ts';
import { adaptationById, adaptationByUri } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';
import { personById } from '../store/people.ts';
import { avatarOf } from '../store/photos.ts';
import { replyById, replyByUri } from '../store/replies.ts';
import { authorIdsOf, workById, workByUri } from '../store/works.ts';
import { shownPhotos } from './photos.ts';
import { type ThreadNames, threadNames } from './thread-names.ts';

/** The facts that a document for other servers is made of. Nothing that may not leave the node is given. */

export interface WorkForWire {
  work: Work;
  author: Actor;
  coAuthors: Actor[];
  builtOn: { uri: string; title: string | null; url: string | null }[];
  photos: ShownPhoto[];
}

/** A public work of ours with its people, null when it may not leave. */
export async function workForWire(db: Db, workId: string): Promise<WorkForWire | null> {
  const work = await workById(db, workId);
  if (!work || work.host !== null || !mayLeave(work)) return null;
  const ids = await authorIdsOf(db, work);
  const people = await actorsByIds(db, ids);
  const author = people.get(work.authorId);
  if (!author || !mayLeave(readableBy(work, author))) return null;
  const builtOn = [];
  for (const parent of work.builtOn) {
    const work = await workByUri(db, parent.uri);
    const attempt = work ? null : await adaptationByUri(db, parent.uri);
    const known = work ?? (attempt && { ...attempt, title: attempt.ofTitle });
    if (known && !mayLeave(known)) continue;
    const shown = known && (await actorById(db, known.authorId))?.state !== 'suspended' ? known : null;
    builtOn.push({ uri: parent.uri, title: shown?.title || null, url: shown?.url ?? null });
  }
  const visible = { ...work, builtOn: builtOn.map(({ uri }) => ({ uri })) };
  return {
    work: visible,
    author,
    coAuthors: ids
      .filter((id) => id !== work.authorId)
      .flatMap((id) => people.get(id) ?? [])
      .filter(({ state }) => state !== 'suspended'),
    builtOn,
    photos: await shownPhotos(db, work.id),
  };
}

export interface NoteForWire<T> {
  thing: T;
  author: Actor;
  /** the author of what it answers first, then those of the ancestors; the author of it left out */
  mentioned: Actor[];
  /** how it names its conversation */
  thread: ThreadNames;
}

/** A public try of ours, null when it may not leave. */
export async function tryForWire(db: Db, tryId: string): Promise<NoteForWire<Adaptation> | null> {
  const adaptation = await adaptationById(db, tryId);
  if (!adaptation || adaptation.host !== null) return null;
  const author = await actorById(db, adaptation.authorId);
  if (!author || !mayLeave(readableBy(adaptation, author))) return null;
  const mentioned = await authorsOf(db, [adaptation.ofUri], author.id);
  return { thing: adaptation, author, mentioned, thread: await threadNames(db, adaptation.ofUri) };
}

/** A reply of ours under something public, null when it may not leave. */
export async function replyForWire(db: Db, replyId: string): Promise<NoteForWire<Reply> | null> {
  const reply = await replyById(db, replyId);
  if (!reply || reply.host !== null || reply.state !== 'shown') return null;
  const root = await rootOf(db, reply);
  const author = await actorById(db, reply.authorId);
  if (!root || !author || author.state === 'suspended' || !mayLeave(root)) return null;
  const mentioned = await authorsOf(db, [reply.inReplyTo, reply.rootUri], author.id);
  return { thing: reply, author, mentioned, thread: await threadNames(db, reply.inReplyTo) };
}

/** What a reply hangs on, as the permission question needs it. */
async function rootOf(db: Db, reply: Reply): Promise<Readable | null> {
  const root = (await workByUri(db, reply.rootUri)) ?? (await adaptationByUri(db, reply.rootUri));
  return root && readableBy(root, await actorById(db, root.authorId));
}

/**
 * Would this be shown to others if nobody were suspended? Then it is kept from them for a while, and is not gone: they
 * must not drop what they have.
 */
export async function isWithheld(db: Db, kind: 'work' | 'try' | 'reply', id: string): Promise<boolean> {
  if (kind === 'reply') {
    const reply = await replyById(db, id);
    const root = reply && reply.host === null && reply.state === 'shown' ? await rootOf(db, reply) : null;
    if (!reply || !root || !mayLeave({ ...root, suspended: false })) return false;
    return root.suspended || (await actorById(db, reply.authorId))?.state === 'suspended';
  }
  const thing = await (kind === 'work' ? workById : adaptationById)(db, id);
  if (!thing || thing.host !== null || !mayLeave(thing)) return false;
  return readableBy(thing, await actorById(db, thing.authorId)).suspended;
}

/** The authors of known works, tries and replies, each once, in the order of the addresses; nobody who is suspended. */
export async function authorsOf(db: Db, uris: readonly string[], except?: string): Promise<Actor[]> {
  const found = new Map<string, Actor>();
  for (const uri of uris) {
    const thing =
      (await workByUri(db, uri)) ?? (await adaptationByUri(db, uri)) ?? (await replyByUri(db, uri));
    const author = thing && (await actorById(db, thing.authorId));
    if (author && author.id !== except && author.state !== 'gone' && author.state !== 'suspended')
      found.set(author.id, author);
  }
  return [...found.values()];
}

export interface ActorForWire {
  actor: Actor;
  district: District;
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
  /** the picture, null when there is none */
  picture: ShownPhoto | null;
}

/** One of our actors with what its profile says, null when it is not ours. */
export async function actorForWire(db: Db, actorId: string): Promise<ActorForWire | null> {
  const [actor, district] = await Promise.all([actorById(db, actorId), theDistrict(db)]);
  if (!actor || actor.host !== null || !district) return null;
  const [person, picture] = await Promise.all([
    actor.kind === 'person' ? personById(db, actorId) : null,
    actor.iconUrl === null ? null : avatarOf(db, actorId),
  ]);
  return {
    actor,
    district,
    subjects: person?.subjects ?? [],
    ageMin: person?.ageMin ?? null,
    ageMax: person?.ageMax ?? null,
    picture,
  };
}
