import { receiveAppreciation } from '../../server/actions/receive-appreciation.ts';
import { wasUndone } from '../../server/actions/remember-undo.ts';
import { hostOf } from '../../server/domain/handle.ts';
import { actorOf } from '../../server/reads/addressees.ts';
import { isFollowed, isKnownHere } from '../../server/reads/relevance.ts';
import { authorOf, idOf } from '../translate/wire.ts';
import { type Handler, Later } from './handling.ts';
import { storeObject } from './object.ts';

/**
 * A boost: of ours, it is shown to the author. Of something on the booster's own host, by somebody who is followed
 * here (a district boosts its teachers), the work is fetched and kept.
 */
export const announce: Handler = {
  async prepare(office, incoming) {
    const { actor, json } = incoming;
    const id = idOf(json.object);
    // whoever boosts something does not say what it is: only its own host does
    json.object = id;
    if (
      !id ||
      hostOf(id) !== actor.host ||
      (await isKnownHere(office.ctx.db, id)) ||
      !(await isFollowed(office.ctx.db, actor.id))
    )
      return;
    const fetched = await office.documents.fetchObject(id);
    if (fetched.kind === 'away') throw new Later(fetched.why);
    const authorUri = fetched.kind === 'found' ? authorOf(fetched.json) : null;
    if (
      fetched.kind === 'found' &&
      authorUri &&
      hostOf(authorUri) === actor.host &&
      (await office.newcomers.admits(authorUri)) &&
      (await office.documents.actor(authorUri))
    )
      json.object = fetched.json;
  },
  async effect(ctx, { uri, actor, json }) {
    const id = idOf(json.object) ?? '';
    if (await wasUndone(ctx, actor, uri)) return 'dropped: taken back before it came';
    if (await receiveAppreciation(ctx, actor, uri, id, 'announce')) return 'appreciated';
    if (typeof json.object !== 'object' || json.object === null) return 'dropped: of no matter here';
    const author = await actorOf(ctx.db, authorOf(json.object as Record<string, unknown>) ?? '');
    return author && author.host !== null && author.state === 'active'
      ? storeObject(ctx, author, json.object)
      : 'dropped: its author is not known';
  },
};
