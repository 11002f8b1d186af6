import { mayLeave, readableBy } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Reply } from '../domain/reply.ts';
import { actorById } from '../store/actors.ts';
import { adaptationById, adaptationByUri, updateAdaptation } from '../store/adaptations.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { forgetParents } from '../store/lineage.ts';
import { lockReply, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { threadOwner } from './thread-owner.ts';
import { threadTags } from './thread-tags.ts';

/**
 * The author of a work shows or hides a reply, or a try that was held for them. A reply that is hidden counts as a try
 * no longer.
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function decideReply(
  ctx: Ctx,
  actorId: string,
  id: string,
  decision: 'show' | 'hide',
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const reply = await lockReply(tx, id);
    if (reply) {
      if (reply.state === 'removed' || (await threadOwner(tx, reply.rootUri)) !== actorId)
        throw new Refusal('not-found', 'no-work');
      await (decision === 'show' ? showReply(tx, reply) : hideReply(tx, reply));
      return;
    }
    const held = await adaptationById(tx, id);
    if (
      !held ||
      !['held', 'hidden', 'published'].includes(held.state) ||
      (await threadOwner(tx, held.ofUri)) !== actorId
    )
      throw new Refusal('not-found', 'no-work');
    await updateAdaptation(tx, id, { state: decision === 'show' ? 'published' : 'hidden' });
    await markStale(tx, `object:${held.ofUri}`, ...rootTags(held.lineage));
  });
}

/** Shows a reply. One of ours that waited reaches other servers only now. */
export async function showReply(tx: Tx, reply: Reply): Promise<void> {
  if (reply.state === 'shown') return;
  await updateReply(tx, reply.id, { state: 'shown' });
  if (reply.host === null && (await isUnderPublic(tx, reply.rootUri)))
    await emitEvent(tx, { kind: 'reply-published', replyId: reply.id });
  await markStale(tx, `object:${reply.uri}`, ...(await threadTags(tx, reply.rootUri)));
}

async function hideReply(tx: Tx, reply: Reply): Promise<void> {
  await updateReply(tx, reply.id, { state: 'hidden', counted_as_try: false });
  await forgetParents(tx, [reply.uri]);
  await markStale(tx, 'district', `object:${reply.uri}`, ...(await threadTags(tx, reply.rootUri)));
}

async function isUnderPublic(tx: Tx, rootUri: string): Promise<boolean> {
  const root = (await workByUri(tx, rootUri)) ?? (await adaptationByUri(tx, rootUri));
  return root !== null && mayLeave(readableBy(root, await actorById(tx, root.authorId)));
}
