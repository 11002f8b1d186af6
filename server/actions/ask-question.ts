import { objectUri, workUrl } from '../domain/addresses.ts';
import { mayLeave } from '../domain/audience.ts';
import { newId } from '../domain/ids.ts';
import type { QuestionInput } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { slugOf } from '../domain/slug.ts';
import { actorById } from '../store/actors.ts';
import { emitEvent } from '../store/events.ts';
import { replyDefault } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { freeSlug, insertVersion, insertWork, workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { questionColumns, questionSubject } from './question-columns.ts';
import { type CheckAnswers, requireClear } from './student-check.ts';

/**
 * Asks colleagues something, in one step: it is shown, and sent where it may leave.
 * @param answers to the student check
 * @returns its id and addresses
 * @throws Refusal `not-found no-person`; StudentCheckRefusal when something must still be answered
 */
export async function askQuestion(
  ctx: Ctx,
  actorId: string,
  input: QuestionInput,
  answers?: CheckAnswers,
): Promise<{ id: string; uri: string; url: string }> {
  return inTransaction(ctx.db, async (tx) => {
    const author = await actorById(tx, actorId);
    if (!author || author.state === 'suspended') throw new Refusal('not-found', 'no-person');
    const now = ctx.clock.now();
    const id = newId(now.getTime());
    const subject = { ...questionSubject(actorId, input), id, version: 1 };
    await requireClear({ ...ctx, db: tx }, actorId, subject, answers);
    const columns = questionColumns(input);
    const uri = objectUri(ctx.origin, id);
    const slug = await freeSlug(tx, actorId, slugOf(columns.title, id));
    const url = workUrl(ctx.origin, author.handle, slug);
    await insertWork(tx, {
      ...columns,
      id,
      uri,
      url,
      slug,
      host: null,
      author_id: actorId,
      kind: 'call',
      call_state: 'open',
      audience: input.audience,
      reply_policy: await replyDefault(tx, actorId),
      state: 'published',
      created_at: now,
      published_at: now,
      updated_at: now,
    });
    const asked = await workById(tx, id);
    if (asked) await insertVersion(tx, asked);
    if (mayLeave({ audience: input.audience, state: 'published' }))
      await emitEvent(tx, { kind: 'work-published', workId: id });
    await markStale(tx, `object:${uri}`, `actor:${actorId}`, 'district');
    return { id, uri, url };
  });
}
