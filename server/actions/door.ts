import { type DoorDays, isDoorClosed } from '../domain/door.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { doorClosedUntil, updatePerson } from '../store/people.ts';
import { type Ctx, markStale } from './context.ts';

const DAY = 86_400_000;

/**
 * Closes somebody's door: nobody can write to them or follow them until it opens by itself, or they open it. Nothing is
 * removed, and no other server is told.
 * @returns until when
 */
export async function closeDoor(ctx: Ctx, actorId: string, days: DoorDays): Promise<Date> {
  const until = new Date(ctx.clock.now().getTime() + days * DAY);
  await updatePerson(ctx.db, actorId, { door_closed_until: until });
  await markStale(ctx.db, `actor:${actorId}`);
  return until;
}

/** Opens it again before its time. That it was closed until now counts for the letters that waited. */
export async function openDoor(ctx: Ctx, actorId: string): Promise<void> {
  await updatePerson(ctx.db, actorId, { door_closed_until: ctx.clock.now() });
  await markStale(ctx.db, `actor:${actorId}`);
}

/** Whether somebody lets nobody in at the moment; only our own people can. */
export async function hasClosedDoor(ctx: Ctx, actorId: string): Promise<boolean> {
  return isDoorClosed(await doorClosedUntil(ctx.db, actorId), ctx.clock.now());
}

/**
 * For whatever one colleague does that would reach another one.
 * @throws Refusal `not-allowed door-closed` {name}
 */
export async function requireOpenDoor(ctx: Ctx, ownerId: string, visitorId: string): Promise<void> {
  if (ownerId === visitorId || !(await hasClosedDoor(ctx, ownerId))) return;
  const owner = await actorById(ctx.db, ownerId);
  throw new Refusal('not-allowed', 'door-closed', { name: owner?.name || (owner?.handle ?? '') });
}
