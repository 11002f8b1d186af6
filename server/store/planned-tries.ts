import type { Db } from './db.ts';

/** Something that a person means to try. Theirs alone: nobody else sees it, and it never leaves the node. */
export interface PlannedTry {
  id: string;
  ofUri: string;
  /** as it was when it was planned; empty when that may not be remembered */
  ofTitle: string;
  /** `2026-11-25`, null: some day */
  plannedFor: string | null;
  note: string;
}

export async function insertPlannedTry(db: Db, actorId: string, plan: PlannedTry): Promise<void> {
  await db
    .insertInto('planned_try')
    .values({
      id: plan.id,
      actor_id: actorId,
      of_uri: plan.ofUri,
      of_title: plan.ofTitle,
      planned_for: plan.plannedFor,
      note: plan.note,
    })
    .execute();
}

/** A person's open plans, the earliest first, those without a day last; at most 50. */
export async function openPlans(db: Db, actorId: string): Promise<PlannedTry[]> {
  const rows = await db
    .selectFrom('planned_try')
    .select((eb) => [
      'id',
      'of_uri',
      'of_title',
      'note',
      eb.fn<string | null>('to_char', ['planned_for', eb.val('YYYY-MM-DD')]).as('day'),
    ])
    .where('actor_id', '=', actorId)
    .where('state', 'in', ['planned', 'snoozed'])
    .orderBy('planned_for', (order) => order.asc().nullsLast())
    .orderBy('id')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ofUri: row.of_uri,
    ofTitle: row.of_title,
    note: row.note,
    plannedFor: row.day,
  }));
}

/** @returns whether it was theirs and open */
export async function changePlan(
  db: Db,
  actorId: string,
  id: string,
  change: { state: 'planned' | 'snoozed' | 'let-go'; planned_for?: string | null; note?: string },
): Promise<boolean> {
  const result = await db
    .updateTable('planned_try')
    .set(change)
    .where('id', '=', id)
    .where('actor_id', '=', actorId)
    .where('state', 'in', ['planned', 'snoozed'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Told back: every open plan of it is done. */
export async function closePlans(db: Db, actorId: string, ofUri: string): Promise<void> {
  await db
    .updateTable('planned_try')
    .set({ state: 'reported' })
    .where('actor_id', '=', actorId)
    .where('of_uri', '=', ofUri)
    .where('state', 'in', ['planned', 'snoozed'])
    .execute();
}

/** One person's open plan of something; null when they have none. */
export async function openPlanOf(db: Db, actorId: string, ofUri: string): Promise<PlannedTry | null> {
  return (await openPlans(db, actorId)).find((plan) => plan.ofUri === ofUri) ?? null;
}

/** What one person's open plan remembers of the title of something; null when they have none. */
export async function plannedTitle(db: Db, actorId: string, ofUri: string): Promise<string | null> {
  return (await openPlanOf(db, actorId, ofUri))?.ofTitle ?? null;
}
