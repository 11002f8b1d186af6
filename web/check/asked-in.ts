import {
  type CheckSubject,
  type MarkedQuestion,
  openQuestions,
  studentCheck,
} from '../../server/actions/student-check.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Visit } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { answersIn, CHECK_FIELD, mended } from './check-form.ts';
import { gapNotes } from './gap-panel.tsx';

/** A form that is shown again because the student check asks something. */
export interface AskedAgain {
  form: FormState;
  questions: MarkedQuestion[];
}

type Asked = CheckSubject | Omit<CheckSubject, 'id' | 'version'>;

/**
 * A form that was sent, with the fixes put in that its author chose, and what the student check still asks about it.
 * @param subjectOf what is checked of a form, by the names of its boxes; with an id, what was answered about it before
 * is not asked again
 * @param mendMore puts in the fixes of what is no text
 * @returns `asked` null when nothing is open
 */
export async function askedIn(
  visit: MemberVisit,
  subjectOf: (form: Visit['form']) => Promise<Asked>,
  mendMore: (
    form: Visit['form'],
    found: readonly MarkedQuestion[],
  ) => Promise<Record<string, string>> = async () => ({}),
): Promise<{ form: Visit['form']; asked: AskedAgain | null }> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const ask = (subject: Asked) =>
    'id' in subject ? openQuestions(ctx, subject) : studentCheck(ctx.db, subject);
  const { kept, ...fixes } = answersIn(visit.form);
  let { form } = visit;
  const subject = await subjectOf(form);
  let found = await ask(subject);
  // places count in the text that was checked, which has no spaces at its ends
  const texts = Object.fromEntries(subject.texts.map(({ field, text }) => [field, text]));
  const { texts: words, gaps } = mended(freshForm(say, texts), found, fixes);
  const better = { ...words, ...(await mendMore({ ...form, ...words }, found)) };
  if (Object.keys(better).length > 0) {
    form = { ...form, ...better };
    found = await ask(await subjectOf(form));
  }
  const questions = found.filter(({ severity, mark }) => severity === 'stop' || !kept.includes(mark));
  if (questions.length === 0) return { form, asked: null };
  const notes = gapNotes({ say, gaps, textOf: (field) => typed(form, field) });
  return {
    form,
    asked: { form: { say, values: form, problems: [{ field: CHECK_FIELD, say: 'open' }], notes }, questions },
  };
}
