import type { Handler } from './handling.ts';
import { completeObject, storeObject } from './object.ts';

/** Something new: a work, a try, a reply, a short post. */
export const create: Handler = {
  prepare: completeObject,
  effect: (ctx, { actor, json }) => storeObject(ctx, actor, json.object),
};
