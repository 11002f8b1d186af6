import type { Actor } from '../domain/actor.ts';
import type { Viewer } from '../domain/audience.ts';
import { moderates } from '../domain/moderating.ts';
import type { Suspension } from '../domain/suspension.ts';
import { actorById } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { othersModerate } from '../store/people.ts';
import { openAppeals as appealsThatWait, suspensionOf } from '../store/suspensions.ts';

/** What somebody who is suspended reads about it. Null: they are not, or no longer. */
export async function ownSuspension(
  db: Db,
  actorId: string,
): Promise<{ name: string; suspension: Suspension } | null> {
  const [actor, suspension] = await Promise.all([actorById(db, actorId), suspensionOf(db, actorId)]);
  return actor && suspension ? { name: actor.name || actor.handle, suspension } : null;
}

/** An appeal that waits for an answer. */
export interface OpenAppeal {
  person: Actor;
  reason: string;
  /** what the administrator wrote to them */
  note: string;
  since: Date;
  appeal: string;
  appealedAt: Date;
}

const MOST = 50;

/**
 * Appeals for this moderator or administrator to decide, the oldest first: none against their own decision, unless
 * nobody else could decide. Nothing for other members.
 */
export async function openAppeals(db: Db, viewer: Viewer): Promise<OpenAppeal[]> {
  if (viewer.kind !== 'member' || !moderates(viewer)) return [];
  const waiting = await appealsThatWait(db, MOST);
  if (waiting.length === 0) return [];
  const alone = !(await othersModerate(db, viewer.actorId));
  const mine = waiting.filter(({ byId }) => alone || byId !== viewer.actorId);
  const found = await Promise.all(
    mine.map(async ({ actorId, byId: _, ...appeal }) => ({
      ...appeal,
      person: await actorById(db, actorId),
    })),
  );
  return found.flatMap(({ person, ...appeal }) => (person ? [{ ...appeal, person }] : []));
}
