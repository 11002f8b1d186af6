import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { adaptationById, adaptationByUri, updateAdaptation } from '../store/adaptations.ts';
import type { Db } from '../store/db.ts';
import { replyById, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { threadTags } from './thread-tags.ts';

/**
 * The author of a work shows or hides a reply, or a try that was held for them.
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function decideReply(
  ctx: Ctx,
  actorId: string,
  id: string,
  decision: 'show' | 'hide',
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const reply = await replyById(tx, id);
    if (reply) {
      if (reply.state === 'removed' || (await ownerOf(tx, reply.rootUri)) !== actorId)
        throw new Refusal('not-found', 'no-work');
      await updateReply(tx, id, { state: decision === 'show' ? 'shown' : 'hidden' });
      await markStale(tx, ...(await threadTags(tx, reply.rootUri)));
      return;
    }
    const held = await adaptationById(tx, id);
    if (
      !held ||
      !['held', 'hidden', 'published'].includes(held.state) ||
      (await ownerOf(tx, held.ofUri)) !== actorId
    )
      throw new Refusal('not-found', 'no-work');
    await updateAdaptation(tx, id, { state: decision === 'show' ? 'published' : 'hidden' });
    await markStale(tx, `object:${held.ofUri}`, ...rootTags(held.lineage));
  });
}

/** Whose work a thread hangs on: only one of ours decides. */
async function ownerOf(db: Db, uri: string): Promise<string | null> {
  const root = (await workByUri(db, uri)) ?? (await adaptationByUri(db, uri));
  const owner = root && (await actorById(db, root.authorId));
  return owner?.host === null ? owner.id : null;
}
