import type { Actor } from '../server/domain/actor.ts';
import { isWithheld } from '../server/reads/for-wire.ts';
import { stillTelling } from '../server/reads/outgoing-facts.ts';
import { answerOf, type Loaded } from '../server/reads/public-cache.ts';
import { sentActivity, stampFacts } from '../server/reads/sent-activity.ts';
import type { Named } from '../server/reads/wire-addresses.ts';
import {
  boostedWorks,
  contextOf,
  FEATURED,
  featuredSubjects,
  featuredWorks,
  followCount,
  outboxOf,
  outboxTotal,
  publicRepliesOf,
  publicTriesOf,
} from '../server/reads/wire-collections.ts';
import type { Office } from './office.ts';
import { actorDocument, replyDocument, tryDocument, workDocument } from './outgoing-documents.ts';
import {
  announceActivity,
  createActivity,
  formerTypeOf,
  quoteAuthorization,
  tombstone,
} from './translate/activity.ts';
import type { ActorObject } from './translate/actor.ts';
import {
  closedCollection,
  collectionPage,
  pagedCollection,
  repliesCollection,
  tagsCollection,
  wholeCollection,
} from './translate/collection.ts';
import { CONTEXT, hashtag, PLAIN_CONTEXT, withContext } from './translate/context.ts';

/** One of the three types that every server takes. */
export const AP_TYPE = 'application/activity+json; charset=utf-8';
const CACHE = 'public, max-age=180';
const REPLIES = 200;

const found = (document: object, tags: readonly string[], context: unknown = CONTEXT): Loaded => ({
  answer: answerOf(200, AP_TYPE, JSON.stringify(withContext(document, context)), CACHE),
  tags,
});

/** The document of what an address names, with its current `replies`: null when there is nothing that may be shown. */
export async function namedDocument(office: Office, named: Named): Promise<Loaded | null> {
  if (!named) return null;
  const { ctx } = office;
  switch (named.kind) {
    case 'tombstone': {
      const { uri, was, deletedAt } = named.tombstone;
      const body = JSON.stringify(withContext(tombstone(uri, formerTypeOf(was), deletedAt), PLAIN_CONTEXT));
      return { answer: answerOf(410, AP_TYPE, body, CACHE), tags: [`object:${uri}`] };
    }
    case 'actor': {
      const document = await actorDocument(ctx, named.id);
      if (!document) return null;
      if (document.actor.state === 'gone') return goneActor(office, named.id, document);
      return found(document.object, [`actor:${named.id}`, 'district']);
    }
    default: {
      const make = { work: workDocument, try: tryDocument, reply: replyDocument }[named.kind];
      const document = await make(ctx, named.id);
      if (!document) return withheld(office, named);
      const replies = repliesCollection(
        `${named.uri}/replies`,
        await publicRepliesOf(ctx.db, named.uri, REPLIES),
      );
      // a reply changes with its thread: what answers it, whether its root may still be shown
      const root = 'thing' in document && 'rootUri' in document.thing ? document.thing.rootUri : named.uri;
      const tags = new Set([`object:${named.uri}`, `object:${root}`, `actor:${document.author.id}`]);
      return found({ ...document.object, replies }, [...tags]);
    }
  }
}

/**
 * What somebody who is suspended shared: 403, since a 404 would make others drop their copies for good, and it may
 * come back. Null for everything else that may not be shown.
 */
async function withheld(
  office: Office,
  { kind, id, uri }: Extract<Named, { kind: 'work' | 'try' | 'reply' }>,
): Promise<Loaded | null> {
  if (!(await isWithheld(office.ctx.db, kind, id))) return null;
  const say = 'This is not shown at the moment. It may come back.';
  return {
    answer: answerOf(403, 'text/plain; charset=utf-8', say, 'no-cache'),
    tags: [`object:${uri}`, 'district'],
  };
}

/**
 * A closed account: 410, but only once every server has been told. Until then the key is served with an empty,
 * suspended profile, since receivers of the Delete need it (contract, rule 96).
 */
async function goneActor(
  office: Office,
  id: string,
  { actor, object }: { actor: Actor; object: ActorObject },
): Promise<Loaded> {
  const tags = [`actor:${id}`];
  if (await stillTelling(office.ctx.db, id))
    return { ...found({ ...object, suspended: true }, tags), keep: false };
  const body = withContext(tombstone(actor.uri, object.type, actor.updatedAt), PLAIN_CONTEXT);
  return { answer: answerOf(410, AP_TYPE, JSON.stringify(body), CACHE), tags };
}

export const ACTOR_COLLECTIONS = ['outbox', 'followers', 'following', 'featured', 'featuredTags'] as const;
export type ActorCollection = (typeof ACTOR_COLLECTIONS)[number];

/** A collection of one of our actors. Members of followers and following are not shown. */
export async function actorCollection(
  office: Office,
  actorId: string,
  name: ActorCollection,
  page: string | null,
): Promise<Loaded | null> {
  const { db } = office.ctx;
  const document = await actorDocument(office.ctx, actorId);
  if (!document || document.actor.state === 'gone') return null;
  const id = `${document.actor.uri}/${name}`;
  const tags = [`actor:${actorId}`, ...(document.actor.kind === 'organization' ? ['district'] : [])];
  if (document.actor.state === 'suspended')
    return found(emptyCollection(id, name, page), tags, PLAIN_CONTEXT);
  if (name === 'featured')
    return found(wholeCollection(id, await featuredWorks(db, actorId, FEATURED)), tags, PLAIN_CONTEXT);
  if (name === 'featuredTags') {
    const subjects = await featuredSubjects(db, document.actor.kind === 'person' ? actorId : null);
    const hashtags = subjects.map((subject) => hashtag(subject, office.ctx.origin));
    return found(tagsCollection(id, hashtags), tags);
  }
  if (name !== 'outbox')
    return found(closedCollection(id, await followCount(db, actorId, name)), tags, PLAIN_CONTEXT);
  if (document.actor.kind === 'organization') {
    const boosts = await boostedWorks(db, 100);
    if (page === null) return found(pagedCollection(id, boosts.length), tags, PLAIN_CONTEXT);
    return found(
      collectionPage(
        id,
        page,
        boosts.map((one) => announceActivity(one.uri, document.actor, one.authorUri, one.at)),
        null,
      ),
      tags,
      PLAIN_CONTEXT,
    );
  }
  if (page === null) return found(pagedCollection(id, await outboxTotal(db, actorId)), tags, PLAIN_CONTEXT);
  const { items, next } = await outboxOf(db, actorId, page === 'first' ? null : page);
  const activities = [];
  for (const item of items) {
    const made = await (item.kind === 'work' ? workDocument : tryDocument)(office.ctx, item.id);
    if (made) activities.push(createActivity(made.object));
  }
  return found(collectionPage(id, page, activities, next), tags);
}

/** A collection of somebody who is suspended. */
function emptyCollection(id: string, name: ActorCollection, page: string | null): object {
  if (name === 'followers' || name === 'following') return closedCollection(id, 0);
  if (name !== 'outbox') return wholeCollection(id, []);
  return page === null ? pagedCollection(id, 0) : collectionPage(id, page, [], null);
}

export const OBJECT_COLLECTIONS = ['replies', 'tries', 'context'] as const;
export type ObjectCollection = (typeof OBJECT_COLLECTIONS)[number];

/** A collection of a public work, try or reply of ours. */
export async function objectCollection(
  office: Office,
  named: Named,
  name: ObjectCollection,
  page: string | null,
): Promise<Loaded | null> {
  if (!named || named.kind === 'actor') return null;
  if (named.kind === 'tombstone') return namedDocument(office, named);
  const shown = await namedDocument(office, named);
  if (shown?.answer.status !== 200) return shown;
  const { db } = office.ctx;
  const id = `${named.uri}/${name}`;
  const { tags } = shown;
  if (name === 'replies')
    return found(repliesCollection(id, await publicRepliesOf(db, named.uri, REPLIES)), tags, PLAIN_CONTEXT);
  if (name === 'tries') return triesOf(office, named.uri, page, tags);
  const { attributedTo } = JSON.parse(shown.answer.body.toString());
  return found(
    wholeCollection(id, await contextOf(db, named.uri, REPLIES), attributedTo),
    tags,
    PLAIN_CONTEXT,
  );
}

/** As many ids of tries as a page has; fewer stand in the collection itself. */
const TRIES = 200;

/** @param page `first`, or how many were on the pages before */
async function triesOf(
  { ctx }: Office,
  uri: string,
  page: string | null,
  tags: readonly string[],
): Promise<Loaded | null> {
  const id = `${uri}/tries`;
  const offset = page === null || page === 'first' ? 0 : Number(page);
  const { items, total } = await publicTriesOf(ctx.db, uri, { offset, limit: TRIES });
  if (page === null)
    return found(
      total > TRIES ? pagedCollection(id, total) : wholeCollection(id, items),
      tags,
      PLAIN_CONTEXT,
    );
  if (items.length === 0) return null;
  const next = offset + items.length < total ? String(offset + items.length) : null;
  return found(collectionPage(id, page, items, next), tags, PLAIN_CONTEXT);
}

/** A permission to quote, while it is in force and its work may be shown (FEP-044f). */
export async function stampDocument(office: Office, uri: string, named: Named): Promise<Loaded | null> {
  if (named?.kind !== 'work') return null;
  const [stamp, document] = await Promise.all([
    stampFacts(office.ctx.db, uri),
    workDocument(office.ctx, named.id),
  ]);
  if (!stamp || stamp.workId !== named.id) return null;
  if (!document) return withheld(office, named);
  return found(quoteAuthorization(uri, document.author.uri, stamp.quotingUri, named.uri), [
    `object:${named.uri}`,
  ]);
}

/**
 * An activity that we sent, by its id, while its object may be shown: with the object as it is now, since an older
 * text may be what an edit was meant to take out.
 */
export async function activityDocument(office: Office, uri: string, named: Named): Promise<Loaded | null> {
  if (!named || named.kind === 'actor') return null;
  if (named.kind === 'tombstone') return namedDocument(office, named);
  const shown = await namedDocument(office, named);
  if (shown?.answer.status !== 200) return shown;
  const body = await sentActivity(office.ctx.db, uri);
  if (!body) return null;
  const sent = JSON.parse(body);
  if (sent.object?.id === named.uri) {
    const { '@context': _, replies: __, ...object } = JSON.parse(shown.answer.body.toString());
    Object.assign(sent, { to: object.to, cc: object.cc, object });
  }
  return { answer: answerOf(200, AP_TYPE, JSON.stringify(sent), CACHE), tags: shown.tags };
}
