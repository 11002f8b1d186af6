import { isOwn, mayLeave } from '../domain/audience.ts';
import { isQuestion, type QuestionInput } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import type { Tx } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { inTransaction } from '../store/tx.ts';
import { insertVersion, lockWork, updateWork, workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { laterThan } from './edit-story.ts';
import { questionColumns, questionSubject } from './question-columns.ts';
import { type CheckAnswers, requireClear } from './student-check.ts';

/**
 * Asks in other words: a new version, an `Update` for everybody who ever got it. Who is asked stays as it was, and so
 * does the address.
 * @param input as for a new question; its audience is not taken
 * @param answers to the student check
 * @throws Refusal `not-found no-work` for everybody but its author, and when it is not shown;
 * StudentCheckRefusal when something must still be answered
 */
export async function editQuestion(
  ctx: Ctx,
  actorId: string,
  id: string,
  input: QuestionInput,
  answers?: CheckAnswers,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const question = await ownOpenly(tx, actorId, id);
    const asked = { ...input, audience: question.audience as QuestionInput['audience'] };
    if (isSame(question, input)) return;
    const subject = { ...questionSubject(actorId, asked), id, version: question.version + 1 };
    await requireClear({ ...ctx, db: tx }, actorId, subject, answers);
    await changeQuestion(ctx, tx, question, questionColumns(input));
    const edited = await workById(tx, id);
    if (edited) await insertVersion(tx, edited);
  });
}

/** A question that is its author's and can be read, for a change. @throws Refusal `not-found no-work` */
export async function ownOpenly(tx: Tx, actorId: string, id: string): Promise<Work> {
  const work = await lockWork(tx, id);
  if (!isOwn(work, actorId) || !isQuestion(work) || work.state !== 'published')
    throw new Refusal('not-found', 'no-work');
  return work;
}

/** Changes a question here and wherever it was sent. */
export async function changeQuestion(
  ctx: Ctx,
  tx: Tx,
  { id, uri, authorId, version: last, ...question }: Work,
  change: Partial<ReturnType<typeof questionColumns>> & { call_state?: string },
): Promise<void> {
  const version = last + 1;
  const updated_at = laterThan(ctx.clock.now(), question.updatedAt);
  await updateWork(tx, id, { ...change, version, updated_at });
  if (mayLeave(question)) await emitEvent(tx, { kind: 'work-edited', workId: id, version });
  await markStale(tx, `object:${uri}`, `actor:${authorId}`, 'district');
}

/** Nothing was changed: then nobody is told that something was. */
function isSame(before: Work, input: QuestionInput): boolean {
  const told = (
    { lang, gistOther: [other], subjects, ageMin, ageMax }: Work | QuestionInput,
    text?: string,
  ) => JSON.stringify([text, lang, other?.lang, other?.text, subjects, ageMin, ageMax]);
  return told(before, before.sections[0]?.markdown) === told(input, input.question);
}
