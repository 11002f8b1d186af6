import type { CheckAnswers, MarkedQuestion } from '../../server/actions/student-check.ts';
import { withFixes } from '../../server/check/questions.ts';
import { typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import { type FormState, textIn } from '../kit/form-state.ts';

/** "I have read this through" */
export const ATTESTED = 'attested';

/** The name under which open questions stand in the summary of problems. */
export const CHECK_FIELD = 'student-check';

/** The name of the choice that answers a question: `fix` puts the better words in, `keep` leaves the passage. */
export const answerName = (mark: string): string => `check-${mark}`;

/** What a form answers to the student check, and the marks of the questions whose fix was chosen. At most 200 each. */
export interface FormAnswers extends CheckAnswers {
  fixed: readonly string[];
}

export function answersIn(form: Visit['form']): FormAnswers {
  const marks = Object.keys(form)
    .filter((name) => name.startsWith('check-'))
    .slice(0, 200)
    .map((name) => name.slice('check-'.length));
  const chosen = (what: 'fix' | 'keep') => marks.filter((mark) => typed(form, answerName(mark)) === what);
  return { attested: typed(form, ATTESTED) === 'yes', kept: chosen('keep'), fixed: chosen('fix') };
}

/**
 * Boxes with the fixes put in that were chosen.
 * @param texts what stands in the boxes now
 * @param marks of the questions whose fix was chosen
 * @returns the boxes that changed, by name; none when there is nothing to fix
 */
export function mended(
  texts: FormState,
  questions: readonly MarkedQuestion[],
  marks: readonly string[],
): Record<string, string> {
  const chosen = questions.filter(({ mark, fix }) => marks.includes(mark) && fix !== null);
  const fields = [...new Set(chosen.map(({ field }) => field))];
  return Object.fromEntries(
    fields.map((name) => [
      name,
      withFixes(
        textIn(texts, name),
        chosen.filter(({ field }) => field === name),
      ),
    ]),
  );
}

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
  const order = ({ first }: AskedOnce) => (first.severity === 'stop' ? 0 : 1);
  return [...byMark.values()].sort((a, b) => order(a) - order(b));
}
