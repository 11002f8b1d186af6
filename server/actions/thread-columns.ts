import { hostOf } from '../domain/handle.ts';
import type { WireThread } from '../domain/received.ts';
import type { Ctx } from './context.ts';

/**
 * What is kept of how a thing from elsewhere names its conversation. Nothing on our own host: which of our
 * conversations it belongs to follows from what it answers, not from what it says.
 */
export function threadColumns({ host }: Ctx, thread: WireThread | undefined) {
  const theirs = (name: string | null | undefined) => (name && hostOf(name) !== host ? name : null);
  return {
    wire_context: theirs(thread?.context),
    wire_conversation: theirs(thread?.conversation),
    wire_replies: theirs(thread?.replies),
  };
}
