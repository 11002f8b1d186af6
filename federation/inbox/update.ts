import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';
import { completeObject, storeObject } from './object.ts';

/** A changed profile (asked for anew at its own host, so that a new key is theirs) or an edited object. */
export const update: Handler = {
  async prepare(office, incoming) {
    if (idOf(incoming.json.object) === incoming.actor.uri)
      await office.documents.refreshActor(incoming.actor.uri);
    else await completeObject(office, incoming);
  },
  async effect(ctx, { actor, json }) {
    if (idOf(json.object) === actor.uri) return 'profile fetched again';
    return storeObject(ctx, actor, json.object);
  },
};
