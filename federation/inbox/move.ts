import { receiveMove } from '../../server/actions/receive-move.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import type { RemoteDocuments } from '../remote-documents.ts';
import { idOf } from '../translate/wire.ts';
import { type Handler, Later } from './handling.ts';

/** A Move is said once: while one end cannot be had for a moment, it waits. */
async function here(documents: RemoteDocuments, uri: string): Promise<Actor | null> {
  const actor = await documents.refreshActor(uri);
  if (!actor && documents.isAway(uri)) throw new Later('one of the two accounts cannot be had now');
  return actor;
}

/** Somebody moved to another account. Both ends are fetched, so that each names the other now. */
export const move: Handler = {
  async prepare(office, incoming) {
    const target = idOf(incoming.json.target);
    if (!target || idOf(incoming.json.object) !== incoming.actor.uri) return;
    const { documents, newcomers } = office;
    incoming.actor = (await here(documents, incoming.actor.uri)) ?? incoming.actor;
    if ((await newcomers.admits(target)) && (await here(documents, target)))
      await newcomers.letIn(hostOf(target) ?? '');
  },
  async effect(ctx, { actor, json }) {
    if (idOf(json.object) !== actor.uri) return 'dropped: somebody else’s move';
    const target = await actorOf(ctx.db, idOf(json.target) ?? '');
    return target && (await receiveMove(ctx, actor, target))
      ? 'moved'
      : 'dropped: the two accounts do not name each other';
  },
};
