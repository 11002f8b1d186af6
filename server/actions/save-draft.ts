import { objectUri } from '../domain/addresses.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { StoryInput } from '../domain/work.ts';
import { replyDefault } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { authorIdsOf, insertWork, lockWork, updateWork } from '../store/works.ts';
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
  const columns = { ...(await storyColumns(story)), audience: story.audience };
  if (workId === undefined) {
    const id = newId(ctx.clock.now().getTime());
    await insertWork(ctx.db, {
      id,
      uri: objectUri(ctx.origin, id),
      url: null,
      host: null,
      author_id: actorId,
      kind: 'practice-story',
      slug: null,
      state: 'draft',
      group_id: null,
      verdict: null,
      students_n: null,
      duration: null,
      inquiry_id: null,
      check_id: null,
      retracted_reason: null,
      reply_policy: await replyDefault(ctx.db, actorId),
      created_at: ctx.clock.now(),
      updated_at: ctx.clock.now(),
      ...columns,
    });
    return id;
  }
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
