import { happeningOf } from '../domain/telling.ts';
import { actorById } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { insertNotice } from '../store/notices.ts';
import { replyByUri } from '../store/replies.ts';

/**
 * Tells those of ours whom a reply concerns: whose work it stands under and, once it is shown, whose words it answers.
 * Nobody is told of their own.
 * @param thread where it was said: whose that is, and whether it is a question
 */
export async function tellOfReply(
  db: Db,
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
  const answered = reply.held ? null : await replyByUri(db, reply.inReplyTo);
  const answersQuestion = thread.isQuestion && reply.inReplyTo === reply.rootUri;
  for (const personId of new Set([thread.authorId, ...(answered ? [answered.authorId] : [])])) {
    const person = personId === reply.fromId ? null : await actorById(db, personId);
    if (person?.host !== null || person.kind !== 'person') continue;
    await insertNotice(db, {
      personId,
      kind: reply.thanks ? 'thanked' : happeningOf({ held: reply.held, answersQuestion }),
      aboutUri: reply.rootUri,
      objectUri: reply.uri,
      fromId: reply.fromId,
    });
  }
}
