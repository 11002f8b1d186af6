import { findBirthDates } from './birth-dates.ts';
import { findEmails } from './emails.ts';
import type { CheckContext, FindingType } from './finding.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findPhones } from './phones.ts';
import { plainOf } from './plain.ts';

/** The rules that stop and go by the language; those that do not are read once. The others only ask, and cost much more. */
const BY_LANGUAGE = [findIdNumbers, findBirthDates, findPhones];
/** Without a digit there is no number of an ID, and a telephone number only in words, which are known in every language. */
const DIGIT = /[\p{N}零一二三四五六七八九]/u;
/** as much as `plainOf` reads */
const MOST = 65_536;

/** Which stops are in a text, read in each of some languages. Tables are looked at by `findTableNumbers`. */
export function stopsIn(
  text: string,
  languages: readonly string[],
  context: Omit<CheckContext, 'lang'>,
): Set<FindingType> {
  const plain = plainOf(text.slice(0, MOST)).text;
  const mayCount = DIGIT.test(plain) || context.idPatterns.length > 0;
  const rules = mayCount ? BY_LANGUAGE : [findBirthDates];
  const [first = 'und'] = languages;
  const found = [
    ...findEmails(plain, { ...context, lang: first }),
    ...(mayCount ? [] : findPhones(plain, { ...context, lang: first })),
    ...languages.flatMap((lang) => rules.flatMap((rule) => rule(plain, { ...context, lang }))),
  ];
  return new Set(found.flatMap(({ type, severity }) => (severity === 'stop' ? [type] : [])));
}
