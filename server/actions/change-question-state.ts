import type { CallState } from '../domain/vocabulary.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { changeQuestion, ownOpenly } from './edit-question.ts';

/**
 * The author says how a question stands: open, answered, or closed, which takes no more answers.
 * @throws Refusal `not-found no-work` for everybody else, and when it is not shown
 */
export async function changeQuestionState(
  ctx: Ctx,
  actorId: string,
  id: string,
  state: CallState,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const question = await ownOpenly(tx, actorId, id);
    if (question.callState !== state) await changeQuestion(ctx, tx, question, { call_state: state });
  });
}
