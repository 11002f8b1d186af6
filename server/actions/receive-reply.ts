import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import { isClosed, isQuestion } from '../domain/question.ts';
import type { ReceivedNote } from '../domain/received.ts';
import type { ReplyPolicy, Thanks } from '../domain/reply.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { hasBlocked } from '../store/blocks.ts';
import { followBetween } from '../store/follows.ts';
import { hostRule } from '../store/hosts.ts';
import { insertReply, replyByUri, updateReply, wasShownBefore } from '../store/replies.ts';
import { isTakenBack } from '../store/tombstones.ts';
import { workByUri } from '../store/works.ts';
import { inSlices } from '../text/in-slices.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { type CacheTag, type Ctx, markStale, rootTags } from './context.ts';
import { hasClosedDoor } from './door.ts';
import { mustWait } from './outside-stops.ts';
import type { ReceivedOutcome } from './receive-work.ts';
import { tellOfReply } from './tell-of-reply.ts';
import { thankedEnough } from './thanked-enough.ts';
import { threadColumns } from './thread-columns.ts';
import { brake } from './volume-brake.ts';

/** The work or try that a thread hangs on, with what decides whether a reply may appear. */
export interface Thread {
  rootUri: string;
  /** where it lives: null for ours, whose authors decide here */
  host: string | null;
  authorId: string;
  replyPolicy: ReplyPolicy;
  /** too many strangers came at once: no more of them for now */
  isPaused: boolean;
  /** it is a question: what is said to it is an answer */
  isQuestion: boolean;
  /** what a word under it makes stale */
  tags: CacheTag[];
}

/** Finds the thread that `uri` belongs to: a work, a try, or a reply under one. Null when we hold none of it. */
export async function threadOf(ctx: Ctx, uri: string): Promise<Thread | null> {
  const work = await workByUri(ctx.db, uri);
  if (work) {
    const { authorId, host } = work;
    const replyPolicy = isClosed(work) ? 'nobody' : work.replyPolicy;
    const mood = { isQuestion: isQuestion(work), isPaused: work.repliesPausedAt !== null };
    return work.state === 'published'
      ? { rootUri: uri, host, authorId, replyPolicy, ...mood, tags: [`object:${uri}`] }
      : null;
  }
  const attempt = await adaptationByUri(ctx.db, uri);
  if (attempt) {
    const { authorId, host, lineage } = attempt;
    const tags: CacheTag[] = [`object:${uri}`, ...rootTags(lineage)];
    const mood = { isQuestion: false, isPaused: attempt.repliesPausedAt !== null };
    return attempt.state === 'published'
      ? { rootUri: uri, host, authorId, replyPolicy: 'approved', ...mood, tags }
      : null;
  }
  const reply = await replyByUri(ctx.db, uri);
  if (!reply || reply.state === 'removed' || reply.rootUri === uri) return null;
  return threadOf(ctx, reply.rootUri);
}

/**
 * Stores a reply from elsewhere under its thread (or its edited text). Known people appear at once, unless what they say
 * matches a stop of the student check: that waits, also when it is an edit of something shown. Everybody else is held for
 * the author of the work, unless their door is closed or too many came at once. A thank-you arrives even where no replies
 * are taken: held.
 * @param listed the server where the thread lives lists it: what is shown there is shown here
 */
export async function receiveReply(
  ctx: Ctx,
  author: Actor,
  thread: Thread,
  received: ReceivedNote & { inReplyTo: string },
  listed = false,
): Promise<ReceivedOutcome> {
  if (await isTakenBack(ctx.db, received.uri, author.uri)) return 'taken-back';
  if (await hasBlocked(ctx.db, thread.authorId, author.id)) return 'blocked';
  const cleaned = (isThanks: boolean): Promise<string> =>
    inSlices(() =>
      cleanRemoteHtml((isThanks ? received.besideThanksHtml : undefined) ?? received.contentHtml),
    );
  const known = await replyByUri(ctx.db, received.uri);
  if (known) {
    if (known.authorId !== author.id || known.host === null) return 'not-theirs';
    if ((received.updatedAt?.getTime() ?? 0) <= (known.updatedAt?.getTime() ?? known.publishedAt.getTime()))
      return received.updatedAt === null ? 'known' : 'older';
    const html = await cleaned(known.thanks !== null);
    const waits = known.state === 'shown' && (await mustWait(ctx, { html }));
    await updateReply(ctx.db, known.id, {
      html,
      ...(waits ? { state: 'held' as const } : {}),
      lang: received.lang,
      updated_at: received.updatedAt,
      ...threadColumns(ctx, received.thread),
      raw: JSON.stringify(received.raw),
    });
    if (waits) await tellOfReply(ctx, toldOf(author, thread, received, true, known.thanks), thread);
    await markStale(ctx.db, `object:${known.uri}`, ...thread.tags);
    return 'updated';
  }
  const isOurs = thread.host === null;
  const isForOther = author.id !== thread.authorId;
  if (isOurs && isForOther && (await hasClosedDoor(ctx, thread.authorId))) return 'door-closed';
  const mayThank = isForOther && !thread.isQuestion && received.inReplyTo === thread.rootUri;
  const thanks = mayThank ? (received.thanks ?? null) : null;
  const isClosed = thread.replyPolicy === 'nobody' && isForOther;
  if (isClosed && !thanks) return 'blocked';
  if (thanks && isOurs && (await thankedEnough(ctx, author.id, thread))) return 'blocked';
  const html = await cleaned(thanks !== null);
  const mayAppear = !isClosed && (await appearsAtOnce(ctx, author, thread, listed));
  const state = mayAppear && !(await mustWait(ctx, { html })) ? 'shown' : 'held';
  if (state === 'held' && thread.isPaused) return 'busy';
  await insertReply(ctx.db, {
    id: newId(ctx.clock.now().getTime()),
    uri: received.uri,
    url: received.url,
    host: author.host,
    author_id: author.id,
    in_reply_to: received.inReplyTo,
    root_uri: thread.rootUri,
    markdown: null,
    html,
    lang: received.lang,
    state,
    thanks,
    published_at: received.publishedAt,
    updated_at: received.updatedAt,
    fetched_at: ctx.clock.now(),
    ...threadColumns(ctx, received.thread),
    raw: JSON.stringify(received.raw),
  });
  if (state === 'held' && isOurs && (await brake(ctx, thread, received.uri))) return 'busy';
  await tellOfReply(ctx, toldOf(author, thread, received, state === 'held', thanks), thread);
  await markStale(ctx.db, ...thread.tags);
  return 'stored';
}

function toldOf(
  author: Actor,
  { rootUri }: Thread,
  { uri, inReplyTo }: { uri: string; inReplyTo: string },
  held: boolean,
  thanks: Thanks | null,
) {
  return { uri, inReplyTo, rootUri, fromId: author.id, held, thanks };
}

async function appearsAtOnce(ctx: Ctx, author: Actor, thread: Thread, listed: boolean): Promise<boolean> {
  if (author.host !== null && (await hostRule(ctx.db, author.host))?.severity === 'silence') return false;
  if (listed && thread.host !== null) return true;
  if (author.host === null || author.id === thread.authorId || thread.replyPolicy === 'everyone') return true;
  if ((await followBetween(ctx.db, thread.authorId, author.id))?.state === 'accepted') return true;
  return wasShownBefore(ctx.db, thread.authorId, author.id);
}
