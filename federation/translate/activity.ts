import { activityUri } from '../../server/domain/addresses.ts';
import type { Was } from '../../server/domain/taken-back.ts';
import { PUBLIC, wireTime } from './context.ts';

/** The activities that we send, as plain JSON without `@context`. Their ids are derived, so that making one twice gives the same. */

interface Addressed {
  to: readonly string[];
  cc: readonly string[];
}

interface SentObject extends Addressed {
  id: string;
  attributedTo: string;
}

export function createActivity(object: SentObject & { published: string }) {
  return {
    id: activityUri(object.id, 'create'),
    type: 'Create',
    actor: object.attributedTo,
    published: object.published,
    to: object.to,
    cc: object.cc,
    object,
  };
}

export function updateActivity(object: SentObject & { updated?: string }, version: number) {
  return {
    id: activityUri(object.id, 'update', version),
    type: 'Update',
    actor: object.attributedTo,
    published: object.updated,
    to: object.to,
    cc: object.cc,
    object,
  };
}

export function deleteActivity(
  objectId: string,
  actorUri: string,
  was: Was,
  at: Date,
  cc: readonly string[],
) {
  return {
    id: activityUri(objectId, 'delete'),
    type: 'Delete',
    actor: actorUri,
    published: wireTime(at),
    to: [PUBLIC],
    cc,
    object: tombstone(objectId, formerTypeOf(was), at),
  };
}

/** What something was that was taken back, as it was sent; a short text where that is not known. */
export function formerTypeOf(was: Was | null): 'Article' | 'Note' {
  return was === null || was === 'call' || was === 'try' || was === 'reply' ? 'Note' : 'Article';
}

/** What is left of a thing that was taken back. */
export function tombstone(id: string, formerType: string, at: Date) {
  return { id, type: 'Tombstone', formerType, deleted: wireTime(at) };
}

/** The district's Announce of a public work, once for each. */
export function announceActivity(
  objectId: string,
  by: { uri: string; followers: string | null },
  objectAuthor: string,
  at: Date,
) {
  return {
    id: activityUri(objectId, 'announce'),
    type: 'Announce',
    actor: by.uri,
    published: wireTime(at),
    to: [PUBLIC],
    cc: [by.followers as string, objectAuthor],
    object: objectId,
  };
}

export function undoAnnounce(
  objectId: string,
  by: { uri: string; followers: string | null },
  objectAuthor: string,
  at: Date,
) {
  const announce = announceActivity(objectId, by, objectAuthor, at);
  return {
    id: activityUri(objectId, 'undo-announce'),
    type: 'Undo',
    actor: by.uri,
    to: announce.to,
    cc: announce.cc,
    object: announce,
  };
}

/** A Follow carries its object as an IRI: some servers drop an embedded one. */
export function followActivity(id: string, followerUri: string, followedUri: string) {
  return { id, type: 'Follow', actor: followerUri, object: followedUri, to: [followedUri] };
}

export function undoFollow(follow: ReturnType<typeof followActivity>) {
  return {
    id: activityUri(follow.id, 'undo'),
    type: 'Undo',
    actor: follow.actor,
    object: follow,
    to: follow.to,
  };
}

/** Accept or Reject of a Follow that came to us, with the Follow embedded. */
export function answerActivity(
  type: 'Accept' | 'Reject',
  id: string,
  followedUri: string,
  follow: ReturnType<typeof followActivity>,
) {
  return { id, type, actor: followedUri, object: follow, to: [follow.actor] };
}

export function updateActor(actor: { id: string; followers: string | null }, document: object, at: Date) {
  return {
    id: activityUri(actor.id, 'update', at.getTime()),
    type: 'Update',
    actor: actor.id,
    published: wireTime(at),
    to: [PUBLIC],
    cc: actor.followers ? [actor.followers] : [],
    object: document,
  };
}

/** An account of ours is closed: every server is told, and its address answers 410. */
export function deleteActor(actorUri: string, followers: string | null, at: Date) {
  return {
    id: activityUri(actorUri, 'delete'),
    type: 'Delete',
    actor: actorUri,
    published: wireTime(at),
    to: [PUBLIC],
    cc: followers ? [followers] : [],
    object: actorUri,
  };
}

export function blockActivity(blockerUri: string, blockedUri: string, at: Date) {
  return {
    id: activityUri(blockerUri, 'block', `${at.getTime()}`),
    type: 'Block',
    actor: blockerUri,
    object: blockedUri,
    to: [blockedUri],
  };
}

/** A report to another server, by the instance actor: the reporter stays unnamed. */
export function flagActivity(
  id: string,
  instanceUri: string,
  about: readonly string[],
  text: string,
  targetUri: string,
) {
  return { id, type: 'Flag', actor: instanceUri, object: about, content: text, to: [targetUri] };
}

/** The answer to a QuoteRequest (FEP-044f): Accept names the authorization, Reject does not. */
export function quoteAnswer(
  request: { id: string; actor: string; work: string; quoting: string },
  authorUri: string,
  stampUri: string | null,
) {
  return {
    id: activityUri(
      stampUri ?? `${request.work}/quotes/${Buffer.from(request.id).toString('base64url').slice(-32)}`,
      stampUri ? 'accept' : 'reject',
    ),
    type: stampUri ? 'Accept' : 'Reject',
    actor: authorUri,
    to: [request.actor],
    object: {
      id: request.id,
      type: 'QuoteRequest',
      actor: request.actor,
      object: request.work,
      instrument: request.quoting,
    },
    ...(stampUri ? { result: stampUri } : {}),
  };
}

/** A permission to quote, served at its id. */
export function quoteAuthorization(stampUri: string, authorUri: string, quotingUri: string, workUri: string) {
  return {
    id: stampUri,
    type: 'QuoteAuthorization',
    attributedTo: authorUri,
    interactingObject: quotingUri,
    interactionTarget: workUri,
  };
}

export function deleteQuoteAuthorization(stampUri: string, authorUri: string, to: string) {
  return {
    id: activityUri(stampUri, 'delete'),
    type: 'Delete',
    actor: authorUri,
    to: [to],
    object: stampUri,
  };
}

/** `Add` or `Remove` of a work in its author's featured collection. */
export function featuredChange(
  type: 'Add' | 'Remove',
  workUri: string,
  author: { uri: string; followers: string | null },
  mark: string,
) {
  return {
    id: activityUri(workUri, type === 'Add' ? 'feature' : 'unfeature', mark),
    type,
    actor: author.uri,
    object: workUri,
    target: `${author.uri}/featured`,
    to: [PUBLIC],
    cc: author.followers ? [author.followers] : [],
  };
}
