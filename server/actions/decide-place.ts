import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { lockAdaptation, updateAdaptation } from '../store/adaptations.ts';
import type { Tx } from '../store/db.ts';
import { placeOfEdge, setPlace } from '../store/lineage.ts';
import { readableOf, workById } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { threadOwner } from './thread-owner.ts';
import { deciderOf, noteDecision } from './who-decides.ts';

/**
 * Gives a try, or a story that was built on something, its place there, or takes it away. What it says stays its
 * author's: it is read on a page of its own as before. Where what was tried lives elsewhere, the author of the origin
 * decides.
 * @throws Refusal `not-found no-work` for who does not decide, for what they may not read, and for what was taken back
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
  const thing = (await tryToPlace(tx, actorId, id)) ?? (await storyToPlace(tx, actorId, id));
  if (!thing) throw new Refusal('not-found', 'no-work');
  let decided = 0;
  for (const { parentUri, decidedAt } of thing.places) {
    const isHeld = (await placeOfEdge(tx, thing.uri, parentUri)) === 'held';
    const decider = await deciderOf(tx, actorId, decidedAt, isHeld);
    if (!decider) continue;
    decided += 1;
    await setPlace(tx, thing.uri, parentUri, state);
    await noteDecision(inner, actorId, decider, { uri: thing.uri, rootUri: parentUri }, decision);
    await markStale(tx, `object:${parentUri}`, `actor:${decider.ownerId}`);
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
  /** where it would stand, and the thing of ours whose author decides that */
  places: { parentUri: string; decidedAt: string }[];
}

const asMember = (actorId: string): Viewer => ({ kind: 'member', actorId, role: 'member' });

async function tryToPlace(tx: Tx, actorId: string, id: string): Promise<ToPlace | null> {
  const attempt = await lockAdaptation(tx, id);
  if (!attempt) return null;
  const { uri, ofUri, lineage, state } = attempt;
  const waits = state === 'held' || state === 'hidden';
  const readable = readableBy(attempt, await actorById(tx, attempt.authorId));
  if (!waits && !mayRead(asMember(actorId), readable)) return null;
  return { uri, lineage, waits, places: [await placeAt(tx, ofUri, lineage)] };
}

async function storyToPlace(tx: Tx, actorId: string, id: string): Promise<ToPlace | null> {
  const work = await workById(tx, id);
  if (work?.state !== 'published' || !mayRead(asMember(actorId), await readableOf(tx, work))) return null;
  const places = await Promise.all(work.builtOn.map(({ uri }) => placeAt(tx, uri, work.lineage)));
  return { uri: work.uri, lineage: work.lineage, waits: false, places };
}

async function placeAt(
  tx: Tx,
  parentUri: string,
  [origin]: readonly string[],
): Promise<ToPlace['places'][number]> {
  const isElsewhere = (await threadOwner(tx, parentUri)) === null;
  return { parentUri, decidedAt: isElsewhere ? (origin ?? parentUri) : parentUri };
}
