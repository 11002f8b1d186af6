import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';
import { THANKS } from '../domain/reply.ts';
import { cleanText, LIMITS } from '../domain/text-limits.ts';
import { hasBlocked } from '../store/blocks.ts';
import { lockPerson } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { authorIdsOf, workByUri } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { requireOpenDoor } from './door.ts';
import { threadOf } from './receive-reply.ts';
import type { CheckAnswers } from './student-check.ts';
import { thankedEnough } from './thanked-enough.ts';
import { replyInput, writeReply } from './write-reply.ts';

/** A thank-you says what for, in a choice and in a sentence or two. Messages are keys, `error.<field>.<message>`. */
export const thanksInput = replyInput.extend({
  what: z.enum(THANKS, 'missing'),
  text: z
    .string()
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), LIMITS.thanks * 2))
    .pipe(z.string().min(LIMITS.thanksMin, 'thanks-short').max(LIMITS.thanks, 'thanks-long')),
});

/**
 * Thanks the author of a work or try, ours or from elsewhere, in the conversation under it. Where they take no replies
 * they alone see it.
 * @param answers to the student check
 * @returns `held`: nobody but its author sees it
 * @throws Refusal as `mayThank`; StudentCheckRefusal when something must still be answered
 */
export async function sayThanks(
  ctx: Ctx,
  actorId: string,
  ofUri: string,
  { what, ...said }: z.infer<typeof thanksInput>,
  answers?: CheckAnswers,
): Promise<{ id: string; uri: string; held: boolean }> {
  return inTransaction(ctx.db, async (tx) => {
    const inner = { ...ctx, db: tx };
    // of two presses at once, one counts
    await lockPerson(tx, actorId);
    await mayThank(inner, actorId, ofUri);
    return writeReply(inner, actorId, ofUri, said, answers, what);
  });
}

/**
 * May this person of ours say thank you for this now?
 * @throws Refusal `not-found no-work` when there is no such story or try, or when it is their own; `not-allowed
 * replies-closed` or `not-allowed door-closed` {name}, `conflict thanked-already`, `conflict thanks-today`
 */
export async function mayThank(ctx: Ctx, actorId: string, ofUri: string): Promise<void> {
  const thread = await threadOf(ctx, ofUri);
  if (!thread || thread.rootUri !== ofUri || thread.isQuestion) throw new Refusal('not-found', 'no-work');
  const work = await workByUri(ctx.db, ofUri);
  const authors = work ? await authorIdsOf(ctx.db, work) : [thread.authorId];
  if (authors.includes(actorId)) throw new Refusal('not-found', 'no-work');
  if (await hasBlocked(ctx.db, thread.authorId, actorId)) throw new Refusal('not-allowed', 'replies-closed');
  await requireOpenDoor(ctx, thread.authorId, actorId);
  const enough = await thankedEnough(ctx, actorId, thread);
  if (enough === 'thanked-already') throw new Refusal('conflict', 'thanked-already');
  if (enough) throw new Refusal('conflict', 'thanks-today');
}
