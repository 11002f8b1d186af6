import { Refusal } from '../domain/refusal.ts';
import { adaptationById, updateAdaptation } from '../store/adaptations.ts';
import { replyById, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { threadTags } from './thread-tags.ts';
import { deciderOf, noteDecision } from './who-decides.ts';

/**
 * The author of a work shows or hides a reply, or a try that was held for them; a moderator does with what waits, while
 * the author has asked for it.
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
      const decider = await deciderOf(tx, actorId, reply.rootUri, reply.state === 'held');
      if (reply.state === 'removed' || !decider) throw new Refusal('not-found', 'no-work');
      await updateReply(tx, id, { state: decision === 'show' ? 'shown' : 'hidden' });
      await noteDecision({ ...ctx, db: tx }, actorId, decider, reply, decision);
      await markStale(tx, ...(await threadTags(tx, reply.rootUri)));
      return;
    }
    const held = await adaptationById(tx, id);
    const decider = held && (await deciderOf(tx, actorId, held.ofUri, held.state === 'held'));
    if (!decider || !['held', 'hidden', 'published'].includes(held.state))
      throw new Refusal('not-found', 'no-work');
    await updateAdaptation(tx, id, { state: decision === 'show' ? 'published' : 'hidden' });
    const about = { uri: held.uri, rootUri: held.ofUri };
    await noteDecision({ ...ctx, db: tx }, actorId, decider, about, decision);
    await markStale(tx, `object:${held.ofUri}`, ...rootTags(held.lineage));
  });
}
