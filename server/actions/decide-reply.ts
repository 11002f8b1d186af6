import { mayLeave, readableBy } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Reply } from '../domain/reply.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { forgetParents } from '../store/lineage.ts';
import { lockReply, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { decidePlace } from './decide-place.ts';
import { threadTags } from './thread-tags.ts';
import { deciderOf, noteDecision } from './who-decides.ts';

/**
 * The author of a work shows or hides a reply, a try or a story that came of it; a moderator does with what waits,
 * while the author has asked for it. A reply that is hidden counts as a try no longer.
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
      const decider = await deciderOf(tx, actorId, reply.rootUri, reply.state === 'held');
      if (reply.state === 'removed' || !decider) throw new Refusal('not-found', 'no-work');
      await (decision === 'show' ? showReply(tx, reply) : hideReply(tx, reply));
      await noteDecision({ ...ctx, db: tx }, actorId, decider, reply, decision);
      return;
    }
    await decidePlace(ctx, tx, actorId, id, decision);
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
