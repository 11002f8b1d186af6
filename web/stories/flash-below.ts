import type { StoryThread } from '../../server/reads/story-thread.ts';
import type { ThreadReplies } from '../../server/reads/thread-replies.ts';
import type { Frame } from '../kit/frame.ts';
import { flatLineage, toldAnchor } from './lineage-refs.ts';

/** Whether what the last action did is said at its try or reply on this page; else it stands on top. */
export function isFlashBelow({ flash }: Frame, talk: ThreadReplies, thread?: StoryThread): boolean {
  const at = flash?.at;
  if (!at) return false;
  const told = thread ? flatLineage(thread.lineage.nodes).map(({ node }) => node.told) : [];
  return (
    talk.replies.some(({ reply }) => at === `reply-${reply.id}`) ||
    told.some((one) => one && at === toldAnchor(one))
  );
}
