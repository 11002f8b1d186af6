import { type CheckSubject, type MarkedQuestion, studentCheck } from '../../server/actions/student-check.ts';
import type { MemberVisit, Visit } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { answersIn, CHECK_FIELD, mended } from './check-form.ts';

/** A form that is shown again because the student check asks something. */
export interface AskedAgain {
  form: FormState;
  questions: MarkedQuestion[];
}

/**
 * A form that was sent, with the fixes put in that its author chose, and what the student check still asks about it.
 * @param subjectOf what is checked of a form
 * @param mendMore puts in the fixes of what is no text
 * @returns `asked` null when nothing is open
 */
export async function askedIn(
  visit: MemberVisit,
  subjectOf: (form: Visit['form']) => Promise<Omit<CheckSubject, 'id' | 'version'>>,
  mendMore: (
    form: Visit['form'],
    found: readonly MarkedQuestion[],
  ) => Promise<Record<string, string>> = async () => ({}),
): Promise<{ form: Visit['form']; asked: AskedAgain | null }> {
  const { db } = visit.web.ctx;
  const { say } = visit.frame;
  const { kept, fixed } = answersIn(visit.form);
  let { form } = visit;
  let found = await studentCheck(db, await subjectOf(form));
  const texts = mended(freshForm(say, form), found, fixed);
  const better = { ...texts, ...(await mendMore({ ...form, ...texts }, found)) };
  if (Object.keys(better).length > 0) {
    form = { ...form, ...better };
    found = await studentCheck(db, await subjectOf(form));
  }
  const questions = found.filter(({ severity, mark }) => severity === 'stop' || !kept.includes(mark));
  if (questions.length === 0) return { form, asked: null };
  return {
    form,
    asked: { form: { say, values: form, problems: [{ field: CHECK_FIELD, say: 'open' }] }, questions },
  };
}
