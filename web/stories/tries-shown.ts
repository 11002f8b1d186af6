import { ownPerson } from '../../server/reads/own-person.ts';
import type { TriesShown } from '../../server/reads/story-thread.ts';
import { queryPart } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';

const FURTHEST = 100_000;

/** Which page of the tries is asked for (`?from=30`), and whether the reader's own kind of class comes first. */
export async function triesShown(
  visit: Visit,
): Promise<{ asked: { from: number; like: boolean }; read: TriesShown }> {
  const number = Number(queryPart(visit, 'from'));
  const from = Number.isInteger(number) && number > 0 ? Math.min(number, FURTHEST) : 0;
  const { viewer } = visit;
  const like = queryPart(visit, 'like') === 'mine' && viewer.kind === 'member';
  if (!like) return { asked: { from, like }, read: { from } };
  const { subjects, ageMin, ageMax } = await ownPerson(visit.web.ctx.db, viewer.actorId);
  return { asked: { from, like }, read: { from, like: { subjects, ageMin, ageMax } } };
}
