import type { Ctx } from '../server/actions/context.ts';
import type { Actor } from '../server/domain/actor.ts';
import { activityUri } from '../server/domain/addresses.ts';
import { isQuestion } from '../server/domain/question.ts';
import { actorForWire, replyForWire, tryForWire, workForWire } from '../server/reads/for-wire.ts';
import { fingerprint } from './fingerprint.ts';
import { profileFields } from './profile-fields.ts';
import { actorObject } from './translate/actor.ts';
import { callObject } from './translate/call.ts';
import { replyObject, tryObject } from './translate/note.ts';
import { storyObject } from './translate/story.ts';

/**
 * The documents of our own things, made in one place for pushing and for serving: so that they are the same.
 * Each gives null when the thing is not there or may not leave the node.
 */

export async function workDocument(ctx: Ctx, workId: string) {
  const facts = await workForWire(ctx.db, workId);
  if (!facts) return null;
  return {
    object: isQuestion(facts.work)
      ? callObject({ ...facts, origin: ctx.origin })
      : storyObject({ ...facts, origin: ctx.origin, localHost: ctx.host }),
    author: facts.author,
    named: facts.coAuthors,
    work: facts.work,
  };
}

export async function tryDocument(ctx: Ctx, tryId: string) {
  const facts = await tryForWire(ctx.db, tryId);
  if (!facts) return null;
  return {
    object: tryObject(facts.thing, { ...facts, localHost: ctx.host }),
    author: facts.author,
    named: facts.mentioned,
    thing: facts.thing,
  };
}

export async function replyDocument(ctx: Ctx, replyId: string) {
  const facts = await replyForWire(ctx.db, replyId);
  if (!facts) return null;
  return {
    object: replyObject(facts.thing, { ...facts, localHost: ctx.host }),
    author: facts.author,
    named: facts.mentioned,
    thing: facts.thing,
  };
}

export async function actorDocument(
  ctx: Ctx,
  actorId: string,
): Promise<{ object: ReturnType<typeof actorObject>; actor: Actor } | null> {
  const facts = await actorForWire(ctx.db, actorId);
  if (!facts) return null;
  const object = actorObject(facts.actor, {
    ...facts,
    fields: profileFields(facts, ctx.origin),
    localHost: ctx.host,
    origin: ctx.origin,
  });
  return { object, actor: facts.actor };
}

/**
 * The id of our Accept or Reject of a Follow: another one each time, since some servers ask again with the same id.
 * @param eventId of the event that says so
 */
export function answerId(
  followedUri: string,
  followUri: string,
  answer: 'accepts' | 'rejects',
  eventId: string,
): string {
  return activityUri(followedUri, `${answer}-follow`, fingerprint(`${eventId} ${followUri}`));
}
