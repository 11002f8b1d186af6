import { z } from 'zod';
import { objectUri, replyUrl } from '../domain/addresses.ts';
import { isOwn, mayLeave, mayRead, readableBy } from '../domain/audience.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Thanks } from '../domain/reply.ts';
import { cleanText, LIMITS } from '../domain/text-limits.ts';
import type { Audience } from '../domain/vocabulary.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import { cancelText } from '../store/deliveries.ts';
import { emitEvent } from '../store/events.ts';
import { forgetParents } from '../store/lineage.ts';
import { removeNoticesAbout } from '../store/notices.ts';
import { insertReply, removeReply, replyById } from '../store/replies.ts';
import { insertTombstone } from '../store/tombstones.ts';
import { inTransaction } from '../store/tx.ts';
import { readableOf, workByUri } from '../store/works.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { askForThread } from './backfill.ts';
import { type Ctx, markStale } from './context.ts';
import { requireOpenDoor } from './door.ts';
import { threadOf } from './receive-reply.ts';
import { type CheckAnswers, type CheckSubject, requireClear } from './student-check.ts';
import { tellOfReply } from './tell-of-reply.ts';
import { threadTags } from './thread-tags.ts';

export const replyInput = z.object({
  text: z
    .string()
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), LIMITS.reply * 2))
    .pipe(z.string().min(1, 'missing').max(LIMITS.reply, 'too-long')),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language')
    .default('en'),
});

/**
 * Says a word under a work, a try or another reply.
 * @param answers to the student check
 * @param thanks what for, when it is a thank-you: it waits for its author where no replies are taken
 * @throws Refusal `not-found no-work` when there is no such thread or it may not be read, `not-allowed replies-closed`,
 * `not-allowed door-closed` {name};
 * StudentCheckRefusal when something must still be answered
 */
export async function writeReply(
  ctx: Ctx,
  actorId: string,
  inReplyTo: string,
  input: z.infer<typeof replyInput>,
  answers?: CheckAnswers,
  thanks: Thanks | null = null,
): Promise<{ id: string; uri: string; held: boolean }> {
  return inTransaction(ctx.db, async (tx) => {
    const inner = { ...ctx, db: tx };
    const thread = await threadOf(inner, inReplyTo);
    const root =
      thread && ((await workByUri(tx, thread.rootUri)) ?? (await adaptationByUri(tx, thread.rootUri)));
    if (!thread || !root) throw new Refusal('not-found', 'no-work');
    const readable =
      'slug' in root ? await readableOf(tx, root) : readableBy(root, await actorById(tx, root.authorId));
    if (!mayRead({ kind: 'member', actorId, role: 'member' }, readable))
      throw new Refusal('not-found', 'no-work');
    await requireOpenDoor(inner, thread.authorId, actorId);
    const closed = thread.replyPolicy === 'nobody' && thread.authorId !== actorId;
    // the same words either way: a block is not told to the blocked
    if ((closed && !thanks) || (await hasBlocked(tx, thread.authorId, actorId)))
      throw new Refusal('not-allowed', 'replies-closed');
    const author = await actorById(tx, actorId);
    if (!author) throw new Refusal('not-found', 'no-person');
    const now = ctx.clock.now();
    const id = newId(now.getTime());
    const uri = objectUri(ctx.origin, id);
    const subject = replyTexts(actorId, thread.authorId, readable.audience, input);
    await requireClear(inner, actorId, { ...subject, id, version: 1 }, answers);
    await insertReply(tx, {
      id,
      uri,
      url: replyUrl(ctx.origin, author.handle, id),
      host: null,
      author_id: actorId,
      in_reply_to: inReplyTo,
      root_uri: thread.rootUri,
      markdown: input.text,
      html: renderMarkdown(input.text) as string,
      lang: input.lang,
      state: closed ? 'held' : 'shown',
      thanks,
      published_at: now,
    });
    await tellOfReply(
      inner,
      { uri, inReplyTo, rootUri: thread.rootUri, fromId: actorId, held: closed, thanks },
      thread,
    );
    if (!closed && mayLeave({ audience: readable.audience, state: 'published' }))
      await emitEvent(tx, { kind: 'reply-published', replyId: id });
    if (thread.host !== null) await askForThread(inner, thread.rootUri);
    await markStale(tx, ...thread.tags);
    return { id, uri, held: closed };
  });
}

/** A reply as the student check takes it: it is seen by those who see what it hangs on. */
export async function replySubject(
  db: Db,
  actorId: string,
  rootUri: string,
  input: z.infer<typeof replyInput>,
): Promise<Omit<CheckSubject, 'id' | 'version'>> {
  const root = (await workByUri(db, rootUri)) ?? (await adaptationByUri(db, rootUri));
  return replyTexts(actorId, root?.authorId ?? actorId, root?.audience ?? 'everyone', input);
}

const replyTexts = (
  actorId: string,
  rootAuthorId: string,
  audience: Audience,
  { text, lang }: z.infer<typeof replyInput>,
): Omit<CheckSubject, 'id' | 'version'> => ({
  audience,
  lang,
  texts: [{ field: 'text', text }],
  people: [actorId, rootAuthorId],
});

/**
 * Takes an own reply back, here and wherever it was sent.
 * @throws Refusal `not-found no-work`
 */
export async function takeBackReply(ctx: Ctx, actorId: string, replyId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const reply = await replyById(tx, replyId);
    if (!isOwn(reply, actorId) || reply.state === 'removed') throw new Refusal('not-found', 'no-work');
    const now = ctx.clock.now();
    if (!(await removeReply(tx, replyId))) throw new Refusal('not-found', 'no-work');
    await forgetParents(tx, [reply.uri]);
    await removeNoticesAbout(tx, reply.uri);
    await cancelText(tx, reply.uri);
    await insertTombstone(tx, { uri: reply.uri, actorUri: null, was: 'reply', url: reply.url }, now);
    await emitEvent(tx, { kind: 'reply-taken-back', replyId, at: now.toISOString() });
    // lists say how often something was tried
    const lists = reply.countedAsTry ? (['district'] as const) : [];
    await markStale(tx, `object:${reply.uri}`, ...lists, ...(await threadTags(tx, reply.rootUri)));
  });
}
