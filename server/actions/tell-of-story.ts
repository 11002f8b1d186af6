import { actorById } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import type { PlaceState } from '../store/lineage.ts';
import { insertNotice } from '../store/notices.ts';

/**
 * Tells one of ours that a story answers their question or was built on what they shared, or that one waits for their
 * decision; nobody of their own, and nobody whom they have blocked.
 */
export async function tellOfStory(
  db: Db,
  parent: { uri: string; authorId: string; isQuestion: boolean },
  story: { uri: string; authorId: string },
  place: PlaceState = 'shown',
): Promise<void> {
  if (parent.authorId === story.authorId || place === 'hidden') return;
  const owner = await actorById(db, parent.authorId);
  if (owner?.host !== null || owner.kind !== 'person') return;
  if (await hasBlocked(db, owner.id, story.authorId)) return;
  await insertNotice(db, {
    personId: owner.id,
    kind: place === 'held' ? 'reply-held' : parent.isQuestion ? 'answered' : 'built',
    aboutUri: parent.uri,
    objectUri: story.uri,
    fromId: story.authorId,
  });
}
