import { SUBJECTS } from '../../server/domain/vocabulary.ts';
import type { Problem } from '../../server/domain/work.ts';
import type { QuestionFilter } from '../../server/reads/questions.ts';
import { queryPart } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { ageIn } from '../tries/try-fields.ts';

export const SHOWN = ['open', 'answered', 'all'] as const satisfies readonly QuestionFilter['show'][];

/** What somebody looks for, as the boxes of the list have it. */
export interface FilterRead {
  filter: QuestionFilter;
  values: Record<'subject' | 'ageMin' | 'ageMax' | 'show', string>;
  problems: Problem[];
}

/** Reads the query of the list. A box that holds nothing of use is said so and narrows nothing. */
export function filterIn(visit: Visit): FilterRead {
  const problems: Problem[] = [];
  const part = (name: string) => queryPart(visit, name).slice(0, 100);
  const values = {
    subject: part('subject'),
    ageMin: part('ageMin'),
    ageMax: part('ageMax'),
    show: part('show'),
  };
  const age = (name: 'ageMin' | 'ageMax') => {
    const years = ageIn(values, name);
    if (years === null || (years >= 0 && years <= 99)) return years;
    problems.push({ field: name, say: Number.isNaN(years) ? 'not-a-number' : 'age-range' });
    return null;
  };
  const subject = SUBJECTS.find((one) => one === values.subject) ?? null;
  if (subject === null && values.subject !== '') problems.push({ field: 'subject', say: 'unknown' });
  const filter: QuestionFilter = {
    show: SHOWN.find((one) => one === values.show) ?? 'open',
    subject,
    ageMin: age('ageMin'),
    ageMax: age('ageMax'),
  };
  if (filter.ageMin !== null && filter.ageMax !== null && filter.ageMin > filter.ageMax) {
    problems.push({ field: 'ages', say: 'order' });
    Object.assign(filter, { ageMin: null, ageMax: null });
  }
  return { filter, values: { ...values, show: filter.show }, problems };
}

/** Whether anything but the newest open questions is looked for. */
export const isNarrowed = ({ filter }: FilterRead): boolean =>
  filter.subject !== null || filter.ageMin !== null || filter.ageMax !== null || filter.show !== 'open';

export const asForm = (say: FormState['say'], { values, problems }: FilterRead): FormState => ({
  say,
  values,
  problems,
});
