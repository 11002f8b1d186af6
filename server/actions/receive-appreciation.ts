import type { Actor } from '../domain/actor.ts';
import { mayLeave } from '../domain/audience.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { removeAppreciation, removeAppreciationOf, saveAppreciation } from '../store/appreciations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { workByUri } from '../store/works.ts';
import type { Ctx } from './context.ts';

/** Keeps a like or boost of something public of ours, shown privately to its author. False for everything else. */
export async function receiveAppreciation(
  ctx: Ctx,
  actor: Actor,
  activityUri: string,
  objectUri: string,
  kind: 'like' | 'announce',
): Promise<boolean> {
  const thing = (await workByUri(ctx.db, objectUri)) ?? (await adaptationByUri(ctx.db, objectUri));
  if (
    !thing ||
    thing.host !== null ||
    !mayLeave(thing) ||
    (await hasBlocked(ctx.db, thing.authorId, actor.id))
  )
    return false;
  await saveAppreciation(ctx.db, { activityUri, actorId: actor.id, objectUri, kind });
  return true;
}

/** Somebody takes their own like or boost back. False when there was none. */
export async function undoAppreciation(
  ctx: Ctx,
  actor: Actor,
  objectUri: string,
  kind: 'like' | 'announce',
): Promise<boolean> {
  return removeAppreciation(ctx.db, actor.id, objectUri, kind);
}

/** The same by the id of the like or boost itself, as some servers send it. False when it is not theirs, or unknown. */
export async function undoActivity(ctx: Ctx, actor: Actor, activityUri: string): Promise<boolean> {
  return removeAppreciationOf(ctx.db, actor.id, activityUri);
}
