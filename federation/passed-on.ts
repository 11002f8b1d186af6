import { askForThing } from '../server/actions/backfill.ts';
import type { Ctx } from '../server/actions/context.ts';
import { hostOf } from '../server/domain/handle.ts';
import { isKnownHere } from '../server/reads/relevance.ts';
import { namedAbove } from './translate/thread.ts';
import { mayBePassedOn } from './translate/verbs.ts';
import { embeddedIn, idOf } from './translate/wire.ts';

type Json = Record<string, unknown>;

/**
 * What an activity is about, if it may have been passed on by another server than its author's (ActivityPub 7.1.2): an
 * object on the host of the author, which can be asked for there. Null when nothing could be asked for.
 * @param host of the author
 */
export function thingPassedOn(activity: Json, host: string, { host: own }: Ctx): string | null {
  const uri = idOf(activity.object);
  const isThing = uri !== null && uri !== idOf(activity.actor) && hostOf(uri) === host && host !== own;
  return isThing && mayBePassedOn(activity) ? uri : null;
}

/**
 * Takes note of what was passed on: nothing of it is believed, not even whose it is. If it says that it answers
 * something held here, or that something held here has changed, that is asked for at its own host, as a job.
 * @param by the host that passed it on
 */
export async function notePassedOn(ctx: Ctx, uri: string, activity: Json, by: string): Promise<void> {
  const above = namedAbove(embeddedIn(activity) ?? {});
  if (await isKnownHere(ctx.db, uri, ...above)) await askForThing(ctx, uri, by);
}
