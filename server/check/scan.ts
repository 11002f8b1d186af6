/** What a rule sees of a language tag: one of the six with rules of their own, or any other. */
export type RuleLanguage = 'en' | 'es' | 'fi' | 'de' | 'fr' | 'zh' | 'other';

/** @param tag BCP 47, as `en-US` or `zh-Hans` */
export function ruleLanguage(tag: string): RuleLanguage {
  const base = tag
    .slice(0, 3)
    .toLowerCase()
    .replace(/[-_].?/, '');
  return base === 'en' || base === 'es' || base === 'fi' || base === 'de' || base === 'fr' || base === 'zh'
    ? base
    : 'other';
}

/**
 * A pattern from text. Every quantifier must be bounded (`{0,20}`, not `*`), so that no text, however hostile, makes a
 * rule look at more than a bounded number of characters from any place.
 * @throws Error when the house's own pattern breaks that rule; it happens at start, never on somebody's text
 */
export function pattern(source: string, flags = 'giu'): RegExp {
  const problem = unboundedQuantifier(source);
  if (problem) throw new Error(`Unbounded quantifier ${problem} in /${source}/`);
  return new RegExp(source, flags);
}

/** @returns the first `*`, `+` or `{n,}` of a pattern that counts something, or null */
export function unboundedQuantifier(source: string): string | null {
  const bare = source
    .replace(/\\[pPu]\{[^}]{1,40}\}|\\k<[^>]{1,40}>|\\[\s\S]/g, 'x')
    .replace(/\[(?:\^?\]?[^\]]{0,2000})\]/g, 'x');
  return /[*+]|\{\d{1,5},\}/.exec(bare)?.[0] ?? null;
}

const LETTER = '[\\p{L}\\p{N}]';

/** Any of the words, whole ones; a space in them may be several or a hyphen, an apostrophe may be curly. */
export function anyOf(words: readonly string[]): string {
  const sources = words.map((word) =>
    word
      .replace(/ (?!\?)/g, '[ -]{1,2}')
      .replaceAll(' ?', '[ -]{0,2}')
      .replaceAll("'", "['’]"),
  );
  return `(?<!${LETTER})(?:${sources.join('|')})(?!${LETTER})`;
}

/** Any of the words, wherever they stand: for writing without spaces. */
export function anyPart(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

/** @returns the first place of a pattern in a text, whatever the pattern looked at before */
export function first(text: string, words: RegExp): { start: number; end: number } | null {
  words.lastIndex = 0;
  const match = words.exec(text);
  words.lastIndex = 0;
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** @returns the last place of a pattern (with the flag `g`) in a text */
export function last(text: string, words: RegExp): { start: number; end: number } | null {
  const match = [...text.matchAll(words)].at(-1);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
