import { type QuestionInput, questionInput } from '../../server/domain/question.ts';
import type { Problem, Work } from '../../server/domain/work.ts';
import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { ageIn } from '../tries/try-fields.ts';

export type QuestionRead = { ok: true; input: QuestionInput } | { ok: false; problems: Problem[] };

/** Reads the sent form of a question. Nothing is cut: what does not fit is said. */
export function readQuestion(form: Visit['form']): QuestionRead {
  const problems = new Map<string, Problem>();
  const complain = (field: string, say: string) => {
    if (!problems.has(field)) problems.set(field, { field, say });
  };
  const other = typed(form, 'gistOther').trim();
  const otherLang = typed(form, 'gistOtherLang');
  const ages = { ageMin: ageIn(form, 'ageMin'), ageMax: ageIn(form, 'ageMax') };
  const parsed = questionInput.safeParse({
    question: typed(form, 'question'),
    lang: typed(form, 'lang'),
    gistOther: other === '' ? [] : [{ lang: otherLang, text: other }],
    subjects: chosen(form, 'subjects'),
    ...ages,
    audience: typed(form, 'audience'),
  });
  for (const { path, message } of parsed.error?.issues ?? []) {
    const field = String(path[0] ?? 'form');
    if (field === 'ageMin' || field === 'ageMax') {
      if (ages[field] === null) complain('ages', 'missing');
      else complain(field, message === 'age-range' ? message : 'not-a-number');
    } else complain(field, /^[a-z-]+$/.test(message) ? message : 'unknown');
  }
  if (other !== '' && otherLang === '') complain('gistOther', 'no-language');
  return parsed.success && problems.size === 0
    ? { ok: true, input: parsed.data }
    : { ok: false, problems: [...problems.values()] };
}

/** What stands in the form when a question is asked in other words, or once more. */
export function questionValues(work: Work): FormState['values'] {
  const { sections, lang, subjects, ageMin, ageMax, audience } = work;
  const [other] = work.gistOther;
  return {
    ...{ lang, subjects, ageMin, ageMax, audience },
    question: sections[0]?.markdown ?? '',
    gistOtherLang: other?.lang,
    gistOther: other?.text,
  };
}
