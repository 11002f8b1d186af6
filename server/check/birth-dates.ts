import { ageAt } from './birth-ages.ts';
import { BIRTH_LABEL, BIRTH_WORD, KEPT_BIRTHDAYS, SOMETHING_ELSE, THINGS } from './birth-words.ts';
import { datesIn, type FoundDate } from './dates.ts';
import type { CheckContext, Finding } from './finding.ts';
import { cellsUnder } from './markdown-table.ts';
import { first, last, pattern, ruleLanguage } from './scan.ts';

/** Nobody at school today was born before; behind “date of birth” an earlier year counts all the same. */
const FIRST_YEAR = 1985;
/** How far a word may stand from its date, in UTF-16 units; one this near belongs to the passage. */
const REACH = { label: 20, before: 30, after: 25, together: 16 };
const LOOK = 70;
const SENTENCE_END = pattern('[.!?;。！？；]|\\n\\n', 'u');
/** 3/14, 4.3. and 生 are dates of birth only right beside the word */
const CLOSE = pattern(
  '^[ :,(]{0,3}(?:(?:is|was|falls|ist|ovat|on|am|on the|ist am|es el|es|el|le|est le|était le|是|在|为) ?){0,2}$',
  'iu',
);
/** Finnish “s. 4.3.2014”; without a year it is a page */
const BORN_IN_FINNISH = pattern('(?<!\\p{L})s\\. ?$', 'u');
const SHORT_YEAR = pattern("^,? ['’]?\\d{2}(?![\\d\\p{L}]|[.:,/ ]\\d)", 'u');
const BORN_IN_CHINESE = pattern('^生(?![物活产态成词字日病于])', 'u');

/**
 * Dates of birth (product, student check: a date near born, birthday, DOB, or near an age that somebody reached on it), in
 * six languages and the usual forms of dates; a month with its year counts, a year alone does not (classes are named
 * after years). People of history and birthdays that a whole country keeps are left alone.
 * The fix is the age when the text itself says it (“turned 11 on 4 March” → “aged 11”), else nothing.
 * @param languages the text may be in any of these
 */
export function findBirthDates(
  text: string,
  context: CheckContext,
  languages: readonly string[] = [context.lang],
): Finding[] {
  const rules = languages.map(ruleLanguage);
  const found: Finding[] = [];
  const dates = datesIn(text);
  for (const date of dates) {
    const before = text.slice(Math.max(0, date.start - LOOK), date.start);
    const after = text.slice(date.end, date.end + LOOK);
    const ages = date.kind === 'digits' ? [] : rules.map((language) => ageAt(before, after, language));
    const age = ages.find((one) => one !== null);
    if (age) found.push(finding(text, date.start - age.before, date.end + age.after, age.fix));
    else {
      const finnish = rules.includes('fi') && date.kind === 'day' && date.year !== null;
      const passage =
        labelled(before, after, date) ??
        (finnish ? inFinnish(before) : null) ??
        wordBefore(before, date) ??
        wordAfter(before, after, date);
      if (passage) found.push(finding(text, date.start - passage.before, date.end + passage.after, ''));
    }
  }
  // an age between two dates belongs to one of them: the other stands for itself
  for (const [i, one] of found.entries()) {
    const next = found.find(({ start }) => start > one.start && start < one.end);
    const date = next && dates.find(({ start, end }) => start >= one.start && end <= next.start);
    if (date) found[i] = finding(text, date.start, date.end, '');
  }
  for (const cell of cellsUnder(text, isHeading))
    if (datesIn(cell.text).some(({ start }) => start === 0))
      found.push(finding(text, cell.start, cell.end, ''));
  return found;
}

const isHeading = (name: string) => first(name, BIRTH_LABEL) !== null || first(name, BIRTH_WORD) !== null;

/** How much of the text on both sides of a date belongs to the passage. */
interface Sides {
  before: number;
  after: number;
}

function labelled(before: string, after: string, date: FoundDate): Sides | null {
  const label = last(before, BIRTH_LABEL);
  if (!label) return null;
  const between = before.slice(label.end);
  if (between.length > REACH.label || /[!?;。！？；]|\n\s{0,9}[\n|]/.test(between)) return null;
  // 12 May 14: behind a label two digits are a year
  const year = date.kind === 'day' && date.year === null ? SHORT_YEAR.exec(after) : null;
  return { before: before.length - label.start, after: year?.[0].length ?? 0 };
}

function inFinnish(before: string): Sides | null {
  const short = BORN_IN_FINNISH.exec(before);
  return short && { before: short[0].length, after: 0 };
}

function wordBefore(before: string, date: FoundDate): Sides | null {
  const word = date.kind === 'digits' ? null : last(before, BIRTH_WORD);
  if (!word) return null;
  const between = before.slice(word.end);
  const reach = date.kind === 'short' ? CLOSE.test(between) : between.length <= REACH.before;
  if (!reach || !isChild(before.slice(0, word.start), between, date)) return null;
  return { before: between.length <= REACH.together ? before.length - word.start : 0, after: 0 };
}

function wordAfter(before: string, after: string, date: FoundDate): Sides | null {
  if (date.kind === 'digits' || date.kind === 'short') return null;
  if (BORN_IN_CHINESE.test(after)) return { before: 0, after: 1 };
  const word = first(after, BIRTH_WORD) ?? first(after, BIRTH_LABEL);
  if (!word || word.start > REACH.after) return null;
  const between = after.slice(0, word.start);
  if (THINGS.test(before.slice(-30)) || !isChild(before + between, between, date)) return null;
  return { before: 0, after: between.length <= REACH.together ? word.end : 0 };
}

function isChild(before: string, between: string, date: FoundDate): boolean {
  if (date.year !== null && date.year < FIRST_YEAR) return false;
  if (SENTENCE_END.test(between) || SOMETHING_ELSE.test(between)) return false;
  return !THINGS.test(before.slice(-30)) && !KEPT_BIRTHDAYS.test(before.slice(-30) + between);
}

function finding(text: string, start: number, end: number, fix: string): Finding {
  return { type: 'birth-date', severity: 'stop', start, end, text: text.slice(start, end), fix };
}
