import { z } from 'zod';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { dayAfter, dayIn } from '../domain/school-time.ts';
import { cleanText, LIMITS } from '../domain/text-limits.ts';
import { theDistrict } from '../store/districts.ts';
import { lockPerson } from '../store/people.ts';
import { changePlan, insertPlannedTry, openPlanOf, openPlans } from '../store/planned-tries.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { triable } from './report-try.ts';

/** open plans that one person can have */
const MOST = 50;

/** “I'm going to try this”: a day or none, and a word to oneself. Messages are keys, `error.<field>.<message>`. */
export const planInput = z.object({
  plannedFor: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .pipe(z.iso.date('not-a-day').nullable()),
  word: z
    .string()
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), LIMITS.tryContext * 2))
    .pipe(z.string().max(LIMITS.tryContext, 'too-long')),
});

/**
 * Plans to try something, or changes the open plan to do so. It stays with the person: nobody is told, and it is not checked, since nobody else reads it.
 * @returns the plan's id, and whether it is a new one
 * @throws Refusal `not-found no-work` for what they may not read, `conflict plans-many`, `invalid past`
 */
export async function planTry(
  ctx: Ctx,
  actorId: string,
  ofUri: string,
  input: z.infer<typeof planInput>,
): Promise<{ id: string; isNew: boolean }> {
  const { title } = await triable(ctx.db, actorId, ofUri);
  const timezone = (await theDistrict(ctx.db))?.timezone ?? 'UTC';
  if (input.plannedFor !== null && input.plannedFor < dayIn(ctx.clock.now(), timezone))
    throw new Refusal('invalid', 'past');
  const { plannedFor, word: note } = input;
  return inTransaction(ctx.db, async (tx) => {
    // of two presses at once, the second changes the plan of the first
    await lockPerson(tx, actorId);
    const before = await openPlanOf(tx, actorId, ofUri);
    if (before) {
      await changePlan(tx, actorId, before.id, { state: 'planned', planned_for: plannedFor, note });
      return { id: before.id, isNew: false };
    }
    if ((await openPlans(tx, actorId)).length >= MOST) throw new Refusal('conflict', 'plans-many');
    const id = newId(ctx.clock.now().getTime());
    await insertPlannedTry(tx, actorId, { id, ofUri, ofTitle: title, plannedFor, note });
    return { id, isNew: true };
  });
}

/**
 * Puts a plan off, until tomorrow, for a week or until a day.
 * @returns the day
 * @throws Refusal `not-found no-plan`, `invalid past` for a day that is not after today
 */
export async function snoozePlan(
  ctx: Ctx,
  actorId: string,
  id: string,
  until: 'tomorrow' | 'week' | { day: string },
): Promise<string> {
  const timezone = (await theDistrict(ctx.db))?.timezone ?? 'UTC';
  const today = dayIn(ctx.clock.now(), timezone);
  const planned_for = typeof until === 'object' ? until.day : dayAfter(today, until === 'week' ? 7 : 1);
  if (planned_for <= today) throw new Refusal('invalid', 'past');
  if (!(await changePlan(ctx.db, actorId, id, { state: 'snoozed', planned_for })))
    throw new Refusal('not-found', 'no-plan');
  return planned_for;
}

/** Lets a plan go. @throws Refusal `not-found no-plan` */
export async function letPlanGo(ctx: Ctx, actorId: string, id: string): Promise<void> {
  if (!(await changePlan(ctx.db, actorId, id, { state: 'let-go' })))
    throw new Refusal('not-found', 'no-plan');
}
