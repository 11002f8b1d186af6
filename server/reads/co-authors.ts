import type { Actor } from '../domain/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import { actorById } from '../store/actors.ts';
import { type CoAuthor, coAuthorsOf } from '../store/co-authors.ts';
import type { Db } from '../store/db.ts';
import { workById } from '../store/works.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

export type { CoAuthor };
export { coAuthorsOf };

/** A draft that somebody is asked to be named in, for reading before the answer. */
export interface AskedDraft {
  work: Work;
  author: Actor;
  coAuthors: CoAuthor[];
  /** the reader has said yes */
  confirmed: boolean;
}

/**
 * A draft as its asked co-author sees it.
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function askedDraft(db: Db, actorId: string, id: string): Promise<AskedDraft> {
  const work = await workById(db, id);
  const coAuthors = await coAuthorsOf(db, id);
  const mine = coAuthors.find(({ actor }) => actor.id === actorId);
  const author = work && (await actorById(db, work.authorId));
  if (work?.state !== 'draft' || work.host !== null || !mine || !author || author.state === 'suspended')
    throw new Refusal('not-found', 'no-work');
  return { work, author, coAuthors, confirmed: mine.confirmedAt !== null };
}

/** Drafts of colleagues that a person is asked to be named in, or is named in already; newest first, at most 20. */
export async function draftsTogether(
  db: Db,
  actorId: string,
): Promise<(WorkCard & { confirmed: boolean })[]> {
  const rows = await db
    .selectFrom('work_author')
    .select(['work_id', 'confirmed_at'])
    .where('actor_id', '=', actorId)
    .orderBy('work_id', 'desc')
    .limit(100)
    .execute();
  if (rows.length === 0) return [];
  const cards = await toCards(
    db,
    await cardQuery(db)
      .where(
        'id',
        'in',
        rows.map((row) => row.work_id),
      )
      .where('state', '=', 'draft')
      .orderBy('id', 'desc')
      .limit(20)
      .execute(),
  );
  const confirmed = new Set(rows.filter((row) => row.confirmed_at !== null).map((row) => row.work_id));
  return cards.map((card) => ({ ...card, confirmed: confirmed.has(card.id) }));
}
