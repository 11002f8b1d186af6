import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import type { Viewer } from '../domain/audience.ts';
import { actorsByIds } from '../store/actors.ts';
import { heldTries } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { type Likeness, type LineageBelow, lineageBelow } from './lineage.ts';

export interface TryCard {
  adaptation: Adaptation;
  author: Actor;
}

export interface StoryThread {
  /** how the idea went on from here: one page of it */
  lineage: LineageBelow;
  /** only for the author of the work: tries that wait for a decision */
  held: TryCard[];
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
  const isOwner = viewer.kind === 'member' && viewer.actorId === ownerId;
  const [lineage, waiting] = await Promise.all([
    lineageBelow(db, viewer, rootUri, shown),
    isOwner ? heldTries(db, rootUri) : [],
  ]);
  const authors = await actorsByIds(
    db,
    waiting.map(({ authorId }) => authorId),
  );
  const held = waiting.flatMap((adaptation) => {
    const author = authors.get(adaptation.authorId);
    return author && author.state !== 'suspended' ? [{ adaptation, author }] : [];
  });
  return { lineage, held };
}
