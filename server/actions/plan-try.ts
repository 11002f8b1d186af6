import { z } from 'zod';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { dayIn } from '../domain/school-time.ts';
import { cleanText, LIMITS } from '../domain/text-limits.ts';
import { theDistrict } from '../store/districts.ts';
import { changePlan, insertPlannedTry, openPlans } from '../store/planned-tries.ts';
import type { Ctx } from './context.ts';
import { triable } from './report-try.ts';

const DAY = 86_400_000;
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
 * Plans to try something. It stays with the person: nobody is told, and it is not checked, since nobody else reads it.
 * @returns the plan's id
 * @throws Refusal `not-found no-work` for what they may not read, `conflict plans-many`
 */
export async function planTry(
  ctx: Ctx,
  actorId: string,
  ofUri: string,
  input: z.infer<typeof planInput>,
): Promise<string> {
  await triable(ctx.db, actorId, ofUri);
  if ((await openPlans(ctx.db, actorId)).length >= MOST) throw new Refusal('conflict', 'plans-many');
  const id = newId(ctx.clock.now().getTime());
  await insertPlannedTry(ctx.db, actorId, {
    id,
    ofUri,
    plannedFor: input.plannedFor,
    note: input.word,
  });
  return id;
}

/** Puts a plan off by a week. @throws Refusal `not-found no-plan` */
export async function snoozePlan(ctx: Ctx, actorId: string, id: string): Promise<void> {
  const timezone = (await theDistrict(ctx.db))?.timezone ?? 'UTC';
  const planned_for = dayIn(new Date(ctx.clock.now().getTime() + 7 * DAY), timezone);
  if (!(await changePlan(ctx.db, actorId, id, { state: 'snoozed', planned_for })))
    throw new Refusal('not-found', 'no-plan');
}

/** Lets a plan go. @throws Refusal `not-found no-plan` */
export async function letPlanGo(ctx: Ctx, actorId: string, id: string): Promise<void> {
  if (!(await changePlan(ctx.db, actorId, id, { state: 'let-go' })))
    throw new Refusal('not-found', 'no-plan');
}
