import { type CheckSubject, type MarkedQuestion, studentCheck } from '../../server/actions/student-check.ts';
import type { MemberVisit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { answersIn, CHECK_FIELD, fixIn, mended } from './check-form.ts';

/** A form that is shown again because the student check asks something, or because a fix was pressed. */
export interface AskedAgain {
  form: FormState;
  questions: MarkedQuestion[];
}

/**
 * What the student check asks about a form that was sent.
 * @returns null when nothing is open and no fix was pressed
 */
export async function askedIn(
  visit: MemberVisit,
  subject: Omit<CheckSubject, 'id' | 'version'>,
): Promise<AskedAgain | null> {
  const { kept } = answersIn(visit.form);
  const found = await studentCheck(visit.web.ctx.db, subject);
  const open = found.filter(({ severity, mark }) => severity === 'stop' || !kept.includes(mark));
  const form = { say: visit.frame.say, values: visit.form, problems: [] };
  const fix = fixIn(visit.form);
  if (fix !== '')
    return {
      form: { ...form, values: mended(form, open, fix) },
      questions: open.filter(({ mark }) => mark !== fix),
    };
  if (open.length === 0) return null;
  return { form: { ...form, problems: [{ field: CHECK_FIELD, say: 'open' }] }, questions: open };
}
