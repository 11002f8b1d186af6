import type { TryInput } from '../domain/adaptation.ts';
import { tryHtml } from './try-html.ts';

/**
 * What a report stores of a try's answers, for a new one and for a new version.
 * @param ofTitle what was tried, as remembered
 */
export function tryColumns(input: TryInput, ofTitle: string) {
  return {
    context: input.context,
    changed: input.changed,
    kept: input.kept,
    happened: input.happened,
    verdict: input.verdict,
    tip: input.tip,
    evidence: JSON.stringify(input.evidence),
    lang: input.lang,
    gist_other: JSON.stringify(input.gistOther),
    subjects: input.subjects,
    age_min: input.ageMin,
    age_max: input.ageMax,
    html: tryHtml(ofTitle, input),
  };
}
