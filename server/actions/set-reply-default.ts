import type { ReplyPolicy } from '../domain/reply.ts';
import { updatePerson } from '../store/people.ts';
import type { Ctx } from './context.ts';

/** Decides who may answer what this person writes from now on; each work can still be decided by itself. */
export async function setReplyDefault(ctx: Ctx, actorId: string, policy: ReplyPolicy): Promise<void> {
  await updatePerson(ctx.db, actorId, { reply_policy_default: policy });
}
