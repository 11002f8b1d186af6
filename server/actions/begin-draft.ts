import { objectUri } from '../domain/addresses.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { StoryInput } from '../domain/work.ts';
import { replyDefault } from '../store/people.ts';
import { insertWorkOnce } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { storyColumns } from './story-columns.ts';

/**
 * Keeps a new draft.
 * @param key of the form in which it began, a ULID: it makes one draft however often it is sent
 * @returns the work's id
 * @throws Refusal `conflict changed-meanwhile` when the form has made one already
 */
export async function beginDraft(
  ctx: Ctx,
  actorId: string,
  story: StoryInput,
  key: string | null,
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const isNew = await insertWorkOnce(ctx.db, {
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
    created_at: now,
    updated_at: now,
    draft_key: key,
    ...(await storyColumns(story)),
    audience: story.audience,
  });
  if (!isNew) throw new Refusal('conflict', 'changed-meanwhile');
  return id;
}
