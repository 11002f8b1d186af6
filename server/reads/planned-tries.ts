import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { openPlanOf, openPlans, type PlannedTry } from '../store/planned-tries.ts';
import { type Original, original } from './original.ts';

/** A plan with what is to be tried; `of` null: it was taken back, or is for others by now. */
export interface Plan extends PlannedTry {
  of: Original | null;
  /** its day has come */
  isDue: boolean;
}

/**
 * A person's plans, the earliest first.
 * @param today `2026-11-24`, by the district's clock
 */
export async function plansOf(
  db: Db,
  viewer: Extract<Viewer, { kind: 'member' }>,
  today: string,
): Promise<Plan[]> {
  const plans = await openPlans(db, viewer.actorId);
  return Promise.all(
    plans.map(async (plan) => ({
      ...plan,
      of: await found(db, viewer, plan.ofUri),
      isDue: plan.plannedFor !== null && plan.plannedFor <= today,
    })),
  );
}

/** What a person plans of this already. */
export const planOf = (db: Db, actorId: string, ofUri: string): Promise<PlannedTry | null> =>
  openPlanOf(db, actorId, ofUri);

/** One open plan of a person's. @throws Refusal `not-found no-plan` */
export async function openPlan(
  db: Db,
  viewer: Extract<Viewer, { kind: 'member' }>,
  id: string,
): Promise<{ id: string; title: string | null }> {
  const plan = (await openPlans(db, viewer.actorId)).find((one) => one.id === id);
  if (!plan) throw new Refusal('not-found', 'no-plan');
  return { id, title: (await found(db, viewer, plan.ofUri))?.title ?? null };
}

async function found(db: Db, viewer: Viewer, uri: string): Promise<Original | null> {
  try {
    return await original(db, viewer, uri);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
