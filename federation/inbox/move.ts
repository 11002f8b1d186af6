import { receiveMove } from '../../server/actions/receive-move.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { idOf } from '../translate/wire.ts';
import type { Handler } from './handling.ts';

/** Somebody moved to another account. Both ends are fetched, so that each names the other now. */
export const move: Handler = {
  async prepare(office, incoming) {
    const target = idOf(incoming.json.target);
    if (!target || idOf(incoming.json.object) !== incoming.actor.uri) return;
    incoming.actor = (await office.documents.refreshActor(incoming.actor.uri)) ?? incoming.actor;
    if ((await office.newcomers.admits(target)) && (await office.documents.refreshActor(target)))
      await office.newcomers.letIn(hostOf(target) ?? '');
  },
  async effect(ctx, { actor, json }) {
    if (idOf(json.object) !== actor.uri) return 'dropped: somebody else’s move';
    const target = await actorOf(ctx.db, idOf(json.target) ?? '');
    return target && (await receiveMove(ctx, actor, target))
      ? 'moved'
      : 'dropped: the two accounts do not name each other';
  },
};
