import { actorById } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import { insertNotice } from '../store/notices.ts';
import { workByUri } from '../store/works.ts';

/** Tells one of ours that a story answers their question; nobody of their own, and nobody whom they have blocked. */
export async function tellOfAnswer(
  db: Db,
  questionUri: string,
  story: { uri: string; authorId: string },
): Promise<void> {
  const question = await workByUri(db, questionUri);
  const asker = question && question.authorId !== story.authorId && (await actorById(db, question.authorId));
  if (!asker || asker.host !== null || (await hasBlocked(db, asker.id, story.authorId))) return;
  await insertNotice(db, {
    personId: asker.id,
    kind: 'answered',
    aboutUri: questionUri,
    objectUri: story.uri,
    fromId: story.authorId,
  });
}
