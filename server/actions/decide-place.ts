import { Refusal } from '../domain/refusal.ts';
import { lockAdaptation, updateAdaptation } from '../store/adaptations.ts';
import type { Tx } from '../store/db.ts';
import { placeOfEdge, setPlace } from '../store/lineage.ts';
import { workById } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { deciderOf, noteDecision } from './who-decides.ts';

/**
 * Gives a try, or a story that was built on something, its place there, or takes it away. What it says stays its
 * author's: it is read on a page of its own as before. Of what was tried elsewhere the author of the origin decides.
 * @throws Refusal `not-found no-work` for who does not decide, and for what was taken back
 */
export async function decidePlace(
  ctx: Ctx,
  tx: Tx,
  actorId: string,
  id: string,
  decision: 'show' | 'hide',
): Promise<void> {
  const inner = { ...ctx, db: tx };
  const state = decision === 'show' ? 'shown' : 'hidden';
  const thing = (await tryToPlace(tx, id)) ?? (await storyToPlace(tx, id));
  if (!thing) throw new Refusal('not-found', 'no-work');
  let decided = 0;
  for (const { parentUri, owners } of thing.places) {
    const isHeld = (await placeOfEdge(tx, thing.uri, parentUri)) === 'held';
    for (const ownerUri of owners) {
      const decider = await deciderOf(tx, actorId, ownerUri, isHeld);
      if (!decider) continue;
      decided += 1;
      await setPlace(tx, thing.uri, parentUri, state);
      await noteDecision(inner, actorId, decider, { uri: thing.uri, rootUri: parentUri }, decision);
      await markStale(tx, `object:${parentUri}`, `actor:${decider.ownerId}`);
      break;
    }
  }
  if (decided === 0) throw new Refusal('not-found', 'no-work');
  // one that waited was for nobody until now
  if (thing.waits) await updateAdaptation(tx, id, { state: decision === 'show' ? 'published' : 'hidden' });
  await markStale(tx, `object:${thing.uri}`, 'district', ...rootTags(thing.lineage));
}

interface ToPlace {
  uri: string;
  lineage: string[];
  /** a try that was not shown yet */
  waits: boolean;
  /** where it would stand, and whose word counts there, the nearest first */
  places: { parentUri: string; owners: string[] }[];
}

async function tryToPlace(tx: Tx, id: string): Promise<ToPlace | null> {
  const attempt = await lockAdaptation(tx, id);
  if (!attempt || !['held', 'hidden', 'published'].includes(attempt.state)) return null;
  const { uri, ofUri, lineage, state } = attempt;
  const owners = [ofUri, ...lineage.slice(0, 1)];
  return { uri, lineage, waits: state !== 'published', places: [{ parentUri: ofUri, owners }] };
}

async function storyToPlace(tx: Tx, id: string): Promise<ToPlace | null> {
  const work = await workById(tx, id);
  if (work?.state !== 'published') return null;
  const places = work.builtOn.map(({ uri }) => ({ parentUri: uri, owners: [uri] }));
  return { uri: work.uri, lineage: work.lineage, waits: false, places };
}
