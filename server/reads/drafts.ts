import { isOwn } from '../domain/audience.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import type { Db } from '../store/db.ts';
import { readableOf, workById, workOfForm } from '../store/works.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

/** A person's drafts, newest first. */
export async function draftsOf(db: Db, actorId: string): Promise<WorkCard[]> {
  return toCards(
    db,
    await cardQuery(db)
      .where('author_id', '=', actorId)
      .where('state', '=', 'draft')
      .orderBy('id', 'desc')
      .limit(50)
      .execute(),
  );
}

/** An own story for the editor, draft or published. @throws Refusal `not-found no-work` */
export async function ownWork(db: Db, actorId: string, id: string): Promise<Work> {
  const work = await ownThing(db, actorId, id);
  if (isQuestion(work)) throw new Refusal('not-found', 'no-work');
  return work;
}

/** The story that a form for new ones has made, whatever has become of it. @param key of the form */
export const storyOfForm = (db: Db, actorId: string, key: string): Promise<Work | null> =>
  workOfForm(db, actorId, key);

/** An own question that can be read, for changing it. @throws Refusal `not-found no-work` */
export async function ownQuestion(db: Db, actorId: string, id: string): Promise<Work> {
  const work = await ownThing(db, actorId, id);
  if (!isQuestion(work) || work.state !== 'published') throw new Refusal('not-found', 'no-work');
  return work;
}

/** An own story or question, for taking it back. @throws Refusal `not-found no-work` */
export async function ownThing(db: Db, actorId: string, id: string): Promise<Work> {
  const work = await workById(db, id);
  if (!work || work.host !== null || !['draft', 'published'].includes(work.state))
    throw new Refusal('not-found', 'no-work');
  const { authorIds, suspended } = await readableOf(db, work);
  // co-authors write the draft with its author; what is published is its author's to change
  const isTheirs = work.state === 'draft' ? authorIds.includes(actorId) : isOwn(work, actorId);
  if (suspended || !isTheirs) throw new Refusal('not-found', 'no-work');
  return work;
}
