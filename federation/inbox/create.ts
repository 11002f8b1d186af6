import { askForThing } from '../../server/actions/backfill.ts';
import type { Ctx } from '../../server/actions/context.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { namedIn } from '../translate/thread.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';
import { completeObject, lacksParent, storeObject } from './object.ts';

/** Something new: a work, a try, a reply, a short post. */
export const create: Handler = {
  prepare: completeObject,
  async effect(ctx, { actor, json }) {
    const outcome = await storeObject(ctx, actor, json.object);
    const uri = idOf(json.object);
    if (!lacksParent(outcome) || !uri || !namesOurs(ctx, json.object)) return outcome;
    // said to one of ours, in answer to something that never came: what is above it is looked for, as a job
    await askForThing(ctx, uri, actor.host ?? '');
    return `${outcome}; what it answers is looked for`;
  },
};

function namesOurs({ origin }: Ctx, object: unknown): boolean {
  const named = namedIn(object as Record<string, unknown>, LIMITS.remoteMentions);
  return named.some((uri) => uri.startsWith(`${origin}/ap/actors/`));
}
