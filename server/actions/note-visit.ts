import { updatePerson } from '../store/people.ts';
import type { Ctx } from './context.ts';

const EVERY_MS = 10 * 60_000;

/** Remembers when a person was last here, to ten minutes: nothing of what they looked at. */
export async function noteVisit(ctx: Ctx, actorId: string, lastVisitAt: Date | null): Promise<void> {
  const now = ctx.clock.now();
  if (lastVisitAt && now.getTime() - lastVisitAt.getTime() < EVERY_MS) return;
  await updatePerson(ctx.db, actorId, { last_visit_at: now });
}
