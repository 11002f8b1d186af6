import type { CheckAnswers, MarkedQuestion } from '../../server/actions/student-check.ts';
import { type Question, withFixes } from '../../server/check/questions.ts';
import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { textIn } from '../kit/form-state.ts';

/** marks of what is left as it is; the mark whose fix was pressed; "I have read this through" */
export const KEPT = 'checkKept';
export const FIX = 'checkFix';
export const ATTESTED = 'attested';

/** The name under which open questions stand in the summary of problems. */
export const CHECK_FIELD = 'student-check';

/** What a form answers to the student check. At most 200 answers are read. */
export function answersIn(form: Visit['form']): CheckAnswers {
  return { attested: typed(form, ATTESTED) === 'yes', kept: chosen(form, KEPT).slice(0, 200) };
}

/** The mark of the question whose one-tap fix was pressed, '' for none. */
export const fixIn = (form: Visit['form']): string => typed(form, FIX);

/** The questions that a form's boxes still hold, with one answered by its fix: the boxes as they are after it. */
export function mended(
  form: FormState,
  questions: readonly MarkedQuestion[],
  mark: string,
): FormState['values'] {
  const chosenOnes = questions.filter((question) => question.mark === mark);
  const fields = [...new Set(chosenOnes.map(({ field }) => field))];
  const fixed = fields.map((field) => [field, withFixes(textIn(form, field), ofField(chosenOnes, field))]);
  return { ...form.values, ...Object.fromEntries(fixed) };
}

const ofField = (questions: readonly Question[], field: string): Question[] =>
  questions.filter((question) => question.field === field);

/** The questions about one passage wherever it stands: they are answered together. */
export interface AskedOnce {
  mark: string;
  first: MarkedQuestion;
  count: number;
}

export function askedOnce(questions: readonly MarkedQuestion[]): AskedOnce[] {
  const byMark = new Map<string, AskedOnce>();
  for (const question of questions) {
    const known = byMark.get(question.mark);
    if (known) known.count += 1;
    else byMark.set(question.mark, { mark: question.mark, first: question, count: 1 });
  }
  // what must go comes first
  return [...byMark.values()].sort(
    (a, b) => Number(b.first.severity === 'stop') - Number(a.first.severity === 'stop'),
  );
}
