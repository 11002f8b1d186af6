import type { Actor } from '../domain/actor.ts';
import { isDoorClosed } from '../domain/door.ts';
import { Refusal } from '../domain/refusal.ts';
import type { ReplyPolicy } from '../domain/reply.ts';
import { actorById, actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { doorClosedUntil, isLastAdmin, replyDefault } from '../store/people.ts';

/** How somebody guards themselves. */
export interface Guards {
  replyPolicy: ReplyPolicy;
  /** whom they have blocked, the latest first */
  blocked: Actor[];
}

const MOST = 500;

export async function guardsOf(db: Db, actorId: string): Promise<Guards> {
  const [replyPolicy, rows] = await Promise.all([
    replyDefault(db, actorId),
    db
      .selectFrom('block')
      .select('blocked_id')
      .where('blocker_id', '=', actorId)
      .orderBy('created_at', 'desc')
      .limit(MOST)
      .execute(),
  ]);
  const actors = await actorsByIds(
    db,
    rows.map((row) => row.blocked_id),
  );
  return { replyPolicy, blocked: rows.flatMap((row) => actors.get(row.blocked_id) ?? []) };
}

/**
 * Somebody who can be blocked, by their id here.
 * @throws Refusal `not-found no-person`
 */
export async function otherPerson(db: Db, id: string): Promise<Actor> {
  const actor = await actorById(db, id);
  if (!actor || actor.state === 'gone' || actor.state === 'suspended' || actor.kind === 'application')
    throw new Refusal('not-found', 'no-person');
  return actor;
}

/** Whether somebody of ours has closed their door at the moment. */
export async function isResting(db: Db, actorId: string, now: Date): Promise<boolean> {
  return isDoorClosed(await doorClosedUntil(db, actorId), now);
}

/** Whether nobody else could run this node if this person left. */
export async function runsAlone(db: Db, actorId: string): Promise<boolean> {
  return isLastAdmin(db, actorId);
}
