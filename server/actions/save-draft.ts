import { Refusal } from '../domain/refusal.ts';
import type { StoryInput } from '../domain/work.ts';
import { inTransaction } from '../store/tx.ts';
import { authorIdsOf, lockWork, updateWork } from '../store/works.ts';
import { beginDraft } from './begin-draft.ts';
import type { Ctx } from './context.ts';
import { storyColumns } from './story-columns.ts';

/**
 * Keeps a draft: a new one without an id, else the one with that id. Only its authors can.
 * @param seen when the draft was changed last, as the caller read it; with it nothing that came since is overwritten
 * @returns the work's id
 * @throws Refusal `not-found`, `conflict already-published`, `conflict changed-meanwhile`
 */
export async function saveDraft(
  ctx: Ctx,
  actorId: string,
  story: StoryInput,
  workId?: string,
  seen?: Date | null,
): Promise<string> {
  if (workId === undefined) return beginDraft(ctx, actorId, story, null);
  const columns = { ...(await storyColumns(story)), audience: story.audience };
  return inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (!work || work.host !== null || !(await authorIdsOf(tx, work)).includes(actorId))
      throw new Refusal('not-found', 'no-work');
    if (work.state !== 'draft') throw new Refusal('conflict', 'already-published');
    if (seen !== undefined && work.updatedAt?.getTime() !== seen?.getTime())
      throw new Refusal('conflict', 'changed-meanwhile');
    // two saves in one millisecond are two
    const now = Math.max(ctx.clock.now().getTime(), (work.updatedAt?.getTime() ?? 0) + 1);
    await updateWork(tx, workId, { ...columns, updated_at: new Date(now), scheduled_at: null });
    return workId;
  });
}
