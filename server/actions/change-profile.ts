import type { z } from 'zod';
import { updateActor } from '../store/actors.ts';
import { emitEvent } from '../store/events.ts';
import { updatePerson } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { paragraphs } from '../text/markdown.ts';
import { agesInOrder, profileFields } from './add-person.ts';
import { type Ctx, markStale } from './context.ts';
import { ownWords } from './own-words.ts';
import { type CheckAnswers, requireClear } from './student-check.ts';

/** What somebody says of themselves, and everybody may see. */
export const profileInput = agesInOrder(profileFields);
export type ProfileInput = z.infer<typeof profileInput>;

/**
 * Changes a profile, here and on the servers of those who follow it.
 * @param answers to the student check, which reads what somebody says of themselves too
 * @throws StudentCheckRefusal
 */
export async function changeProfile(
  ctx: Ctx,
  actorId: string,
  input: ProfileInput,
  answers?: CheckAnswers,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await requireClear({ ...ctx, db: tx }, actorId, await ownWords(tx, actorId, { bio: input.bio }), answers);
    const now = ctx.clock.now();
    await updateActor(tx, actorId, { name: input.name, summaryHtml: paragraphs(input.bio) }, now);
    await updatePerson(tx, actorId, {
      bio: input.bio,
      subjects: input.subjects,
      age_min: input.ageMin,
      age_max: input.ageMax,
    });
    await emitEvent(tx, { kind: 'actor-changed', actorId, at: now.toISOString() });
    await markStale(tx, `actor:${actorId}`, 'district');
  });
}
