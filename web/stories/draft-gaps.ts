import { gapNotes } from '../check/gap-panel.tsx';
import { GAPS, type Gap, gapsIn, gapsText } from '../check/gaps.ts';
import { queryPart, typed } from '../http/asked.ts';
import type { MemberVisit } from '../http/visit.ts';
import { type FormState, textIn } from '../kit/form-state.ts';

const textOf = (form: FormState) => (field: string) => textIn(form, field);

/** Where words are missing in the texts of a draft, as its last page told: by its address, or in the form that was sent. */
export const gapsOf = (visit: MemberVisit, form: FormState): Gap[] =>
  gapsIn(queryPart(visit, GAPS) || typed(visit.form, GAPS), textOf(form));

/** The same for the next page: '' when there are none. */
export const carried = (gaps: readonly Gap[], form: FormState): string => gapsText(gaps, textOf(form));

/** An address with the gaps that its page is to show. */
export const withGaps = (path: string, gaps: readonly Gap[], form: FormState): string =>
  gaps.length === 0 ? path : `${path}?${GAPS}=${carried(gaps, form)}`;

/** A form that says beside its boxes where words are missing, and what its page carries on. */
export function withGapNotes(visit: MemberVisit, form: FormState): { form: FormState; gaps: string } {
  const gaps = gapsOf(visit, form);
  const notes = gapNotes({ say: form.say, gaps, textOf: textOf(form) });
  return { form: { ...form, notes }, gaps: carried(gaps, form) };
}
