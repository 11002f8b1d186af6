import { checkText } from '../../server/check/check-text.ts';
import type { CheckContext, Finding, FindingType } from '../../server/check/finding.ts';

/** Nobody's text, in a district with the usual threshold. */
export function context(lang: string, more: Partial<CheckContext> = {}): CheckContext {
  return { lang, authors: [], emails: [], smallN: 10, idPatterns: [], ...more };
}

/** What a rule asks about in a text: the passages. */
export function passages(
  type: FindingType,
  lang: string,
  text: string,
  more: Partial<CheckContext> = {},
): string[] {
  return found(text, lang, more)
    .filter((finding) => finding.type === type)
    .map((finding) => finding.text);
}

/** What the whole check finds. */
export function found(text: string, lang: string, more: Partial<CheckContext> = {}): Finding[] {
  return checkText(text, context(lang, more));
}

/** Rows of `[language, text]` from one line of text each: `fi: kolme neljästä oppilaasta`. */
export function rows(lines: string): [string, string][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [lang = '', ...text] = line.trim().split(': ');
      return [lang, text.join(': ')];
    });
}

/** Rows of `[language, text, the passage in brackets]`: `en: write to ⟦ann@x.org⟧.` */
export function marked(lines: string): [string, string, string][] {
  return rows(lines).map(([lang, text]) => [
    lang,
    text.replace(/[⟦⟧]/g, ''),
    /⟦(.*?)⟧/.exec(text)?.[1] ?? '',
  ]);
}
