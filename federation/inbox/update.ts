import { idOf } from '../translate/wire.ts';
import { type Handler, type Incoming, Later } from './handling.ts';
import { completeObject, storeObject } from './object.ts';

/**
 * A changed profile (asked for anew at its own host; the signature on this vouches for a new key in it) or an edited
 * object.
 */
export const update: Handler = {
  async prepare(office, incoming) {
    const { uri } = incoming.actor;
    if (idOf(incoming.json.object) !== uri) return completeObject(office, incoming);
    if (await office.documents.refreshActor(uri, true)) return;
    if (mustBeHad(incoming) && office.documents.isAway(uri)) throw new Later('the profile cannot be had now');
  },
  async effect(ctx, { actor, json }) {
    if (idOf(json.object) === actor.uri) return 'profile fetched again';
    return storeObject(ctx, actor, json.object);
  },
};

/** A new key that this vouches for, or that they are suspended no longer: neither is said again. */
function mustBeHad({ actor, json }: Incoming): boolean {
  const object = json.object as { publicKey?: { publicKeyPem?: unknown } } | string | null;
  const isSameKey = typeof object === 'object' && object?.publicKey?.publicKeyPem === actor.keyPem;
  return actor.state === 'suspended' || !isSameKey;
}
