import { isOwn } from '../domain/audience.ts';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { mayComeBack } from '../domain/taken-back.ts';
import type { StoryInput } from '../domain/work.ts';
import { movePhotos } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import { broughtBackAs, lockWork, updateWork } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { saveDraft } from './save-draft.ts';

/**
 * Begins again with a story that was taken back, as a new draft with its photos. The old address stays taken back for ever.
 * Asked twice it is one draft.
 * @param story the text of the work, which stays as it is while it waits
 * @returns the draft's id
 * @throws Refusal `not-found no-work` for everybody but its author, and when it cannot come back
 */
export async function bringBack(
  ctx: Ctx,
  actorId: string,
  workId: string,
  story: StoryInput,
): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (!isOwn(work, actorId) || isQuestion(work) || !mayComeBack(work, ctx.clock.now()))
      throw new Refusal('not-found', 'no-work');
    const earlier = await broughtBackAs(tx, workId);
    if (earlier?.state === 'draft' || earlier?.state === 'published') return earlier.id;
    const id = await saveDraft({ ...ctx, db: tx }, actorId, story);
    await movePhotos(tx, workId, id);
    await updateWork(tx, workId, { brought_back_as: id });
    return id;
  });
}
