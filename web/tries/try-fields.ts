import { TABLE_FIELD } from '../../server/check/small-table.ts';
import { type Adaptation, type TryInput, tryInput } from '../../server/domain/adaptation.ts';
import type { Problem } from '../../server/domain/work.ts';
import { chosen, typed } from '../http/asked.ts';
import type { Visit } from '../http/visit.ts';
import type { FormState } from '../kit/form-state.ts';
import { readTable } from './table-form.ts';
import { tableValues } from './table-moves.ts';

export type TryRead = { ok: true; input: TryInput } | { ok: false; problems: Problem[] };

/** Reads the sent form of "I tried this". Nothing is cut: what does not fit is said. */
export function readTry(form: Visit['form']): TryRead {
  const problems: Problem[] = [];
  const other = typed(form, 'gistOther').trim();
  const otherLang = typed(form, 'gistOtherLang');
  if (other !== '' && otherLang === '') problems.push({ field: 'gistOther', say: 'no-language' });
  const ages = { ageMin: ageIn(form, 'ageMin'), ageMax: ageIn(form, 'ageMax') };
  if (ages.ageMin !== null && ages.ageMax !== null && ages.ageMin > ages.ageMax)
    problems.push({ field: 'ages', say: 'order' });
  const { table, problems: inTable } = readTable(form);
  problems.push(...inTable);
  const parsed = tryInput.safeParse({
    context: typed(form, 'context'),
    changed: typed(form, 'changed'),
    kept: typed(form, 'kept'),
    happened: typed(form, 'happened'),
    verdict: typed(form, 'verdict'),
    tip: typed(form, 'tip'),
    evidence: table === null ? [] : [table],
    lang: typed(form, 'lang'),
    gistOther: other === '' ? [] : [{ lang: otherLang, text: other }],
    subjects: chosen(form, 'subjects'),
    ...ages,
    audience: typed(form, 'audience'),
  });
  for (const issue of parsed.error?.issues ?? []) {
    const at = String(issue.path[0] ?? 'form');
    if (at === 'evidence' && inTable.length > 0) continue;
    const field = at === 'evidence' ? TABLE_FIELD : at;
    const say = field.startsWith('age')
      ? 'not-a-number'
      : /^[a-z-]+$/.test(issue.message)
        ? issue.message
        : 'unknown';
    if (!problems.some((problem) => problem.field === field)) problems.push({ field, say });
  }
  return parsed.success && problems.length === 0 ? { ok: true, input: parsed.data } : { ok: false, problems };
}

/** What stands in the form when what was told is edited. */
export function tryValues(adaptation: Adaptation): FormState['values'] {
  const { context, changed, kept, happened, verdict, tip, lang, subjects, ageMin, ageMax } = adaptation;
  const [other] = adaptation.gistOther;
  return {
    ...{ context, changed, kept, happened, verdict, tip, lang, subjects, ageMin, ageMax },
    gistOtherLang: other?.lang,
    gistOther: other?.text,
    ...tableValues(adaptation.evidence[0]),
  };
}

/** Years; NaN when it is no number, so that the rules complain about it. */
export function ageIn(form: Visit['form'], field: string): number | null {
  const text = typed(form, field).normalize('NFKC').trim();
  return text === '' ? null : /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
}
