import { happeningOf } from '../domain/telling.ts';
import { actorById } from '../store/actors.ts';
import { insertNotice } from '../store/notices.ts';
import { replyByUri } from '../store/replies.ts';
import type { Ctx } from './context.ts';
import { hasClosedDoor } from './door.ts';

/**
 * Tells those of ours whom a reply concerns: whose work it stands under and, once it is shown, whose words it answers.
 * Nobody is told of their own, and nobody whose door is closed is told of an answer elsewhere.
 * @param thread where it was said: whose that is, and whether it is a question
 */
export async function tellOfReply(
  ctx: Ctx,
  reply: {
    uri: string;
    inReplyTo: string;
    rootUri: string;
    fromId: string;
    held: boolean;
    thanks?: string | null;
  },
  thread: { authorId: string; isQuestion: boolean },
): Promise<void> {
  const answered = reply.held ? null : await replyByUri(ctx.db, reply.inReplyTo);
  const answersQuestion = thread.isQuestion && reply.inReplyTo === reply.rootUri;
  for (const personId of new Set([thread.authorId, ...(answered ? [answered.authorId] : [])])) {
    const person = personId === reply.fromId ? null : await actorById(ctx.db, personId);
    if (person?.host !== null || person.kind !== 'person') continue;
    if (await hasClosedDoor(ctx, person.id)) continue;
    await insertNotice(ctx.db, {
      personId,
      kind: reply.thanks ? 'thanked' : happeningOf({ held: reply.held, answersQuestion }),
      aboutUri: reply.rootUri,
      objectUri: reply.uri,
      fromId: reply.fromId,
    });
  }
}
