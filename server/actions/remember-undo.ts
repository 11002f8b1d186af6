import type { Actor } from '../domain/actor.ts';
import { insertTombstone, tombstoneOf } from '../store/tombstones.ts';
import type { Ctx } from './context.ts';

/** Long enough for what was overtaken on its way; ids that are used again later are not refused for ever. */
const REMEMBERED_MS = 86_400_000;

/** Never an address, so that nobody can take back what is not theirs by undoing it. */
const mark = (actor: Actor, activityUri: string): string => `undone ${activityUri} by ${actor.uri}`;

/** Keeps that somebody took an activity back which has not come yet: the Undo overtook it. */
export async function rememberUndo(ctx: Ctx, actor: Actor, activityUri: string): Promise<void> {
  const tombstone = { uri: mark(actor, activityUri), actorUri: actor.uri, was: null, url: null };
  await insertTombstone(ctx.db, tombstone, ctx.clock.now(), false);
}

/** Did they take this activity back before it came? */
export async function wasUndone(ctx: Ctx, actor: Actor, activityUri: string): Promise<boolean> {
  const undone = await tombstoneOf(ctx.db, mark(actor, activityUri));
  return undone !== null && ctx.clock.now().getTime() - undone.deletedAt.getTime() < REMEMBERED_MS;
}
