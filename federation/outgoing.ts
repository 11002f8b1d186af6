import type { Ctx } from '../server/actions/context.ts';
import type { Actor } from '../server/domain/actor.ts';
import type { OutgoingEvent } from '../server/domain/outgoing-event.ts';
import { type Addressee, addressees, whoKnows } from '../server/reads/addressees.ts';
import { followFor } from '../server/reads/follow-facts.ts';
import { authorsOf } from '../server/reads/for-wire.ts';
import {
  deletedThing,
  descendantsOf,
  districtOf,
  everLeft,
  followParties,
} from '../server/reads/outgoing-facts.ts';
import { FEATURED, featuredWorks } from '../server/reads/wire-collections.ts';
import { type Outgoing, outgoing } from './outgoing-activity.ts';
import { actorDocument, answerId, replyDocument, tryDocument, workDocument } from './outgoing-documents.ts';
import { guarding } from './outgoing-guarding.ts';
import { signOfLife } from './outgoing-return.ts';
import {
  announceActivity,
  answerActivity,
  createActivity,
  deleteActivity,
  featuredChange,
  followActivity,
  undoAnnounce,
  undoFollow,
  updateActivity,
  updateActor,
} from './translate/activity.ts';
import { PLAIN_CONTEXT } from './translate/context.ts';

/**
 * Turns an event into the activities that other servers get. Reads the state of the day: what has been taken back
 * meanwhile, or may not leave, gives nothing.
 */
export async function activitiesOf(ctx: Ctx, event: OutgoingEvent): Promise<Outgoing[]> {
  switch (event.kind) {
    case 'work-published':
    case 'work-edited':
      return story(ctx, event);
    case 'try-published':
    case 'try-edited':
      return attempt(ctx, event);
    case 'ancestor-found':
      return descendants(ctx, event.uri);
    case 'reply-published':
      return reply(ctx, event.replyId);
    case 'work-taken-back':
      return takeBack(ctx, { kind: 'work', id: event.workId, uri: event.uri }, new Date(event.at));
    case 'try-taken-back':
      return takeBack(ctx, { kind: 'try', id: event.tryId }, new Date(event.at));
    case 'reply-taken-back':
      return takeBack(ctx, { kind: 'reply', id: event.replyId }, new Date(event.at));
    case 'follow-asked':
    case 'follow-ended':
    case 'follow-accepted':
    case 'follow-refused':
      return follow(ctx, event);
    case 'actor-changed':
    case 'standing-changed':
      return changedActor(ctx, event);
    case 'node-returned':
      return signOfLife(ctx, event);
    case 'account-closed':
    case 'actor-blocked':
    case 'report-forwarded':
    case 'quote-answered':
    case 'quote-withdrawn':
      return guarding(ctx, event);
  }
}

async function story(
  ctx: Ctx,
  event: Extract<OutgoingEvent, { kind: 'work-published' | 'work-edited' }>,
): Promise<Outgoing[]> {
  const document = await workDocument(ctx, event.workId);
  if (!document) return [];
  const { object, author, named, work } = document;
  const ancestors = await authorsOf(ctx.db, work.lineage, author.id);
  const isNew = event.kind === 'work-published';
  const to = await addressees(ctx.db, {
    followersOf: [author.id],
    actors: [...named, ...ancestors],
    ...(isNew ? {} : { everSent: object.id }),
  });
  if (!isNew) return [outgoing(updateActivity(object, event.version), author.id, object.id, to)];
  const sent = [outgoing(createActivity(object), author.id, object.id, to)];
  sent.push(...(await featuredChanges(ctx, author, object.id, to)));
  const district = await districtOf(ctx.db);
  if (district) {
    const boost = announceActivity(object.id, district, author.uri, ctx.clock.now());
    sent.push(
      outgoing(
        boost,
        district.id,
        object.id,
        await addressees(ctx.db, { followersOf: [district.id], actors: [] }),
        PLAIN_CONTEXT,
      ),
    );
  }
  return sent;
}

/** A new work may enter its author's featured collection, and another one leave it. */
async function featuredChanges(
  ctx: Ctx,
  author: Actor,
  workUri: string,
  to: Addressee[],
): Promise<Outgoing[]> {
  const ranked = await featuredWorks(ctx.db, author.id, FEATURED + 1);
  const place = ranked.indexOf(workUri);
  if (place < 0 || place >= FEATURED) return [];
  const left = ranked[FEATURED];
  const add = featuredChange('Add', workUri, author, '');
  const sent = [outgoing(add, author.id, workUri, to)];
  if (left)
    sent.push(outgoing(featuredChange('Remove', left, author, workUri.slice(-26)), author.id, left, to));
  return sent;
}

async function attempt(
  ctx: Ctx,
  event: Extract<OutgoingEvent, { kind: 'try-published' | 'try-edited' }>,
): Promise<Outgoing[]> {
  const document = await tryDocument(ctx, event.tryId);
  if (!document) return [];
  const { object, author, named, thing } = document;
  const ancestors = await authorsOf(ctx.db, thing.lineage, author.id);
  const isNew = event.kind === 'try-published';
  const to = await addressees(ctx.db, {
    followersOf: [author.id],
    actors: [...named, ...ancestors],
    ...(isNew ? {} : { everSent: object.id }),
  });
  return [
    outgoing(
      isNew ? createActivity(object) : updateActivity(object, event.version),
      author.id,
      object.id,
      to,
    ),
  ];
}

/** of one ancestor, the newest */
const MOST_DESCENDANTS = 100;

/** What of ours came from something that is held here only now, for its author: as it is now, with what was edited. */
async function descendants(ctx: Ctx, ancestorUri: string): Promise<Outgoing[]> {
  const actors = await authorsOf(ctx.db, [ancestorUri]);
  const to = await addressees(ctx.db, { followersOf: [], actors });
  if (to.length === 0) return [];
  const sent: Outgoing[] = [];
  for (const { kind, id, version } of await descendantsOf(ctx.db, ancestorUri, MOST_DESCENDANTS)) {
    const document = await (kind === 'work' ? workDocument : tryDocument)(ctx, id);
    if (!document) continue;
    const { object, author } = document;
    // what a Create says was made once: to somebody new it could bring words that were taken out since
    const activity = version > 1 ? updateActivity(object, version) : createActivity(object);
    sent.push(outgoing(activity, author.id, object.id, to));
  }
  return sent;
}

async function reply(ctx: Ctx, replyId: string): Promise<Outgoing[]> {
  const document = await replyDocument(ctx, replyId);
  if (!document) return [];
  const { object, author, named } = document;
  const to = await addressees(ctx.db, { followersOf: [author.id], actors: named });
  return [outgoing(createActivity(object), author.id, object.id, to)];
}

/** To everybody who may have it: followers, everyone it was ever sent to, every server that fetched it. */
async function takeBack(
  ctx: Ctx,
  what: { kind: 'work' | 'try' | 'reply'; id: string; uri?: string },
  at: Date,
): Promise<Outgoing[]> {
  const thing = await deletedThing(ctx.db, what.kind, what.id);
  if (!thing) return [];
  const uri = what.uri ?? thing.uri;
  if (!(await everLeft(ctx.db, what.kind, what.id, uri))) return [];
  const { author } = thing;
  const named = await authorsOf(ctx.db, thing.relatedUris, author.id);
  const to = await addressees(ctx.db, { followersOf: [author.id], actors: named, everSent: uri });
  const { was } = thing;
  const sent = [
    outgoing(deleteActivity(uri, author.uri, was, at, [author.followers as string]), author.id, uri, to),
  ];
  const district = what.kind === 'work' ? await districtOf(ctx.db) : null;
  if (district) {
    const followers = await addressees(ctx.db, { followersOf: [district.id], actors: [] });
    sent.push(
      outgoing(undoAnnounce(uri, district, author.uri, at), district.id, uri, followers, PLAIN_CONTEXT),
    );
    // whoever has it from the district's boost alone must drop it as well
    const first = sent[0] as Outgoing;
    first.to = merge(first.to, followers);
  }
  return sent;
}

function merge(one: Addressee[], other: readonly Addressee[]): Addressee[] {
  return [...new Map([...one, ...other].map((to) => [to.inbox, to])).values()];
}

async function follow(ctx: Ctx, event: Extract<OutgoingEvent, { followUri: string }>): Promise<Outgoing[]> {
  const parties = await followParties(ctx.db, event.followerId, event.followedId);
  if (!parties) return [];
  const { follower, followed } = parties;
  const asked = followActivity(event.followUri, follower.uri, followed.uri);
  const to = async (actor: Actor) =>
    addressees(ctx.db, { followersOf: [], actors: [{ ...actor, sharedInbox: null }] });
  switch (event.kind) {
    case 'follow-asked':
      // ended before it was sent: then there is nothing to ask
      if ((await followFor(ctx.db, event.followerId, event.followUri)) === null) return [];
      return [outgoing(asked, follower.id, followed.uri, await to(followed), PLAIN_CONTEXT)];
    case 'follow-ended':
      return [outgoing(undoFollow(asked), follower.id, followed.uri, await to(followed), PLAIN_CONTEXT)];
    case 'follow-accepted':
      return [
        outgoing(
          answerActivity('Accept', answerId(followed.uri, event.followUri, 'accepts'), followed.uri, asked),
          followed.id,
          follower.uri,
          await to(follower),
          PLAIN_CONTEXT,
        ),
      ];
    case 'follow-refused':
      return [
        outgoing(
          answerActivity('Reject', answerId(followed.uri, event.followUri, 'rejects'), followed.uri, asked),
          followed.id,
          follower.uri,
          await to(follower),
          PLAIN_CONTEXT,
        ),
      ];
  }
}

/** A profile for those who follow it; that somebody is suspended, or is no longer, for everybody who has anything of theirs. */
async function changedActor(
  ctx: Ctx,
  { kind, actorId, at }: Extract<OutgoingEvent, { kind: 'actor-changed' | 'standing-changed' }>,
): Promise<Outgoing[]> {
  const document = await actorDocument(ctx, actorId);
  if (!document) return [];
  const to =
    kind === 'standing-changed'
      ? await whoKnows(ctx.db, actorId)
      : await addressees(ctx.db, { followersOf: [actorId], actors: [] });
  return [
    outgoing(
      updateActor(
        { id: document.object.id, followers: document.actor.followers },
        document.object,
        new Date(at),
      ),
      actorId,
      document.object.id,
      to,
    ),
  ];
}
