import type { Viewer } from '../domain/audience.ts';
import { actorsByIds } from '../store/actors.ts';
import { adaptationsByUris } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { type PlaceState, withoutPlace } from '../store/lineage.ts';
import { type Likeness, type LineageBelow, lineageBelow, type Told } from './lineage.ts';
import { toldAt } from './lineage-things.ts';

export interface StoryThread {
  /** how the idea went on from here: one page of it */
  lineage: LineageBelow;
  /** the viewer says what has its place here */
  decides: boolean;
  /** only for who decides: tries and stories that wait for them, and those that they have hidden */
  held: Told[];
  hidden: Told[];
}

/** Which page of the tries, and whose come first. */
export interface TriesShown {
  from?: number;
  like?: Likeness;
}

/** The way that a work or try went, as this viewer may see it. */
export async function storyThread(
  db: Db,
  viewer: Viewer,
  rootUri: string,
  ownerId: string,
  shown: TriesShown = {},
): Promise<StoryThread> {
  const decides = viewer.kind === 'member' && viewer.actorId === ownerId;
  const [lineage, out] = await Promise.all([
    lineageBelow(db, viewer, rootUri, { ...shown, ownerId }),
    decides ? outOfPlace(db, viewer, rootUri) : { held: [], hidden: [] },
  ]);
  return { lineage, decides, ...out };
}

const MOST = 200;

/**
 * What has no place under a thing, the oldest first, at most 200: for who decides about it. They see what waits for them
 * or was hidden before anybody saw it, and of the rest what they may read anyway.
 */
export async function outOfPlace(
  db: Db,
  viewer: Viewer,
  rootUri: string,
): Promise<{ held: Told[]; hidden: Told[] }> {
  const edges = await withoutPlace(db, rootUri, ['held', 'hidden'], MOST);
  const uris = edges.map(({ childUri }) => childUri);
  const [read, tries] = await Promise.all([toldAt(db, viewer, uris), adaptationsByUris(db, uris)]);
  const waiting = tries.filter(({ state }) => state === 'held' || state === 'hidden');
  const authors = await actorsByIds(
    db,
    waiting.map(({ authorId }) => authorId),
  );
  for (const adaptation of waiting) {
    const author = authors.get(adaptation.authorId);
    if (author && author.state !== 'suspended') read.set(adaptation.uri, { kind: 'try', adaptation, author });
  }
  const inState = (state: PlaceState) =>
    edges.flatMap((edge) => {
      const told = edge.state === state ? read.get(edge.childUri) : undefined;
      return told && told !== 'place' ? [told] : [];
    });
  return { held: inState('held'), hidden: inState('hidden') };
}
