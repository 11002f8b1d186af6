import { ownPerson } from '../../server/reads/own-person.ts';
import type { TriesShown } from '../../server/reads/story-thread.ts';
import { queryPart } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';

/** What of the tries a page shows. */
export interface TriesAsked {
  from: number;
  /** those of the reader's own kind of class come first */
  like: boolean;
  /** the reader's profile says what they teach, or how old their students are */
  mine: boolean;
}

export const FIRST_TRIES: TriesAsked = { from: 0, like: false, mine: false };

const FURTHEST = 100_000;

/** Which page of the tries is asked for (`?from=30`), and whether the reader's own kind of class comes first. */
export async function triesShown(visit: Visit): Promise<{ asked: TriesAsked; read: TriesShown }> {
  const number = Number(queryPart(visit, 'from'));
  const from = Number.isInteger(number) && number > 0 ? Math.min(number, FURTHEST) : 0;
  const { viewer } = visit;
  if (viewer.kind !== 'member') return { asked: { ...FIRST_TRIES, from }, read: { from } };
  const { subjects, ageMin, ageMax } = await ownPerson(visit.web.ctx.db, viewer.actorId);
  const mine = subjects.length > 0 || ageMin !== null || ageMax !== null;
  const like = mine && queryPart(visit, 'like') === 'mine';
  const read = like ? { from, like: { subjects, ageMin, ageMax } } : { from };
  return { asked: { from, like, mine }, read };
}
