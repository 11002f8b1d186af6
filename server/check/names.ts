import type { CheckContext, Finding } from './finding.ts';
import { exemptNames } from './name-exempt.ts';
import { NameFixes } from './name-fixes.ts';
import { initials } from './name-initials.ts';
import { hanNames } from './names-han.ts';
import { latinNames } from './names-latin.ts';
import { ruleLanguage } from './scan.ts';

/**
 * Likely names of students: by the words around them, and by lists of first names of many countries. Not the author's, nor
 * of those whom the text links to, quotes or teaches about.
 * @param text Markdown, at most 64 KiB
 */
export function findNames(text: string, context: CheckContext): Finding[] {
  const language = ruleLanguage(context.lang);
  const exempt = exemptNames(text, context.authors, context.looks ?? language);
  const latin = latinNames(text, language, exempt, context.looks);
  const passages = [...latin, ...initials(text), ...hanNames(text, context.authors)]
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, i, all) => i === 0 || start >= (all[i - 1]?.end ?? 0));
  const fixes = new NameFixes(
    language,
    text,
    passages.map(({ key }) => key),
  );
  return passages.map(({ start, end, key, ending }) => ({
    type: 'name',
    severity: 'ask',
    start,
    end,
    text: text.slice(start, end),
    fix: fixes.of(
      key,
      ending,
      /(?:^|[.!?…:]["”»)]?\s|\n)["“„«*_>#\s-]*$/u.test(text.slice(Math.max(0, start - 8), start)),
      text.slice(end, end + 2),
    ),
  }));
}
