import type { CheckAnswers, MarkedQuestion } from '../../server/actions/student-check.ts';
import { withFixes } from '../../server/check/questions.ts';
import { TABLE_FIXES, type TableFix } from '../../server/check/small-table.ts';
import { typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import { type FormState, textIn } from '../kit/form-state.ts';
import type { Gap } from './gaps.ts';

/** "I have read this through" */
export const ATTESTED = 'attested';

/** The name under which open questions stand in the summary of problems. */
export const CHECK_FIELD = 'student-check';

/** The name of the choice that answers a question: `fix` puts the better words in, `keep` leaves the passage. */
export const answerName = (mark: string): string => `check-${mark}`;

/** What a form answers to the student check, and the marks of the questions whose fix was chosen. At most 200 each. */
export interface FormAnswers extends CheckAnswers {
  fixed: readonly string[];
  /** by mark: what is to become of a table */
  tables: ReadonlyMap<string, TableFix>;
}

export function answersIn(form: Visit['form']): FormAnswers {
  const marks = Object.keys(form)
    .filter((name) => name.startsWith('check-'))
    .slice(0, 200)
    .map((name) => name.slice('check-'.length));
  const chosen = (what: 'fix' | 'keep') => marks.filter((mark) => typed(form, answerName(mark)) === what);
  const tables = new Map(
    marks.flatMap((mark) => {
      const fix = TABLE_FIXES.find((one) => one === typed(form, answerName(mark)));
      return fix ? [[mark, fix] as const] : [];
    }),
  );
  return { attested: typed(form, ATTESTED) === 'yes', kept: chosen('keep'), fixed: chosen('fix'), tables };
}

/** Boxes with the fixes put in that were chosen. */
export interface Mended {
  /** the boxes that changed, by name; none when there was nothing to fix */
  texts: Record<string, string>;
  /** where words are missing by now, in boxes that changed and others */
  gaps: Gap[];
}

/**
 * Puts the fixes in that were chosen.
 * @param texts what was checked, by the names of its boxes
 * @param answers the questions whose fix was chosen, and what becomes of tables
 * @param earlier gaps that earlier fixes left
 */
export function mended(
  texts: FormState,
  questions: readonly MarkedQuestion[],
  { fixed, tables }: Pick<FormAnswers, 'fixed' | 'tables'>,
  earlier: readonly Gap[] = [],
): Mended {
  const inTables = questions.flatMap((question) => {
    const fix = tables.get(question.mark);
    return (fix ? (question.edits?.[fix] ?? []) : []).map((edit) => ({ ...question, ...edit }));
  });
  // what is rewritten as a whole takes the passages in it along
  const isFree = ({ field, start, end }: MarkedQuestion) =>
    !inTables.some((edit) => edit.field === field && edit.start < end && start < edit.end);
  const words = questions.filter(
    (question) => fixed.includes(question.mark) && question.fix !== null && isFree(question),
  );
  const chosen: MarkedQuestion[] = [...words, ...inTables];
  const made: Mended = { texts: {}, gaps: earlier.filter(({ field }) => !isIn(chosen, field)) };
  for (const field of new Set(chosen.map((question) => question.field))) {
    const known = earlier.filter((gap) => gap.field === field).map(({ at }) => at);
    const asked = chosen.filter((question) => question.field === field);
    const { text, gaps } = withFixes(textIn(texts, field), asked, known);
    made.texts[field] = text.trim();
    // what is kept of a box has no space at its ends
    const cut = text.length - text.trimStart().length;
    made.gaps.push(...gaps.map((at) => ({ field, at: Math.max(0, at - cut) })));
  }
  return made;
}

const isIn = (questions: readonly MarkedQuestion[], field: string): boolean =>
  questions.some((question) => question.field === field);

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
