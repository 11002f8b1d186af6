import type { Viewer } from '../domain/audience.ts';
import { actorsByIds } from '../store/actors.ts';
import { adaptationsByUris } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { withoutPlace } from '../store/lineage.ts';
import { type Likeness, type LineageBelow, lineageBelow, type Told } from './lineage.ts';
import { worksAt } from './lineage-things.ts';

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
    decides ? outOfPlace(db, rootUri) : { held: [], hidden: [] },
  ]);
  return { lineage, decides, ...out };
}

const MOST = 200;

/** What has no place under a thing, the oldest first, at most 200: for who decides about it. */
export async function outOfPlace(db: Db, rootUri: string): Promise<{ held: Told[]; hidden: Told[] }> {
  const edges = await withoutPlace(db, rootUri, ['held', 'hidden'], MOST);
  const uris = edges.map(({ childUri }) => childUri);
  const [tries, works] = await Promise.all([adaptationsByUris(db, uris), worksAt(db, uris)]);
  const authors = await actorsByIds(
    db,
    [...tries, ...works].map(({ authorId }) => authorId),
  );
  const told = new Map<string, Told>();
  for (const adaptation of tries) {
    const author = authors.get(adaptation.authorId);
    if (author && ['held', 'hidden', 'published'].includes(adaptation.state) && adaptation.audience !== 'me')
      told.set(adaptation.uri, { kind: 'try', adaptation, author });
  }
  for (const work of works) {
    const author = authors.get(work.authorId);
    if (author && work.state === 'published' && work.audience !== 'me')
      told.set(work.uri, { kind: 'work', work, author });
  }
  const inState = (state: string) =>
    edges.flatMap((edge) => {
      const one = edge.state === state ? told.get(edge.childUri) : undefined;
      return one && one.author.state !== 'suspended' ? [one] : [];
    });
  return { held: inState('held'), hidden: inState('hidden') };
}
