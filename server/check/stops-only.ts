import { findBirthDates } from './birth-dates.ts';
import { findEmails } from './emails.ts';
import type { CheckContext, FindingType } from './finding.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findPhones } from './phones.ts';
import { plainOf } from './plain.ts';

/** The rules that stop: the others only ask, and cost several times as much. */
const STOPPING = [findEmails, findIdNumbers, findBirthDates, findPhones];
/** as much as `plainOf` reads */
const MOST = 65_536;

/** Which stops are in a text that may be in any of these languages. Tables are looked at by `findTableNumbers`. */
export function stopsIn(
  text: string,
  languages: readonly string[],
  context: Omit<CheckContext, 'lang'>,
): Set<FindingType> {
  const plain = plainOf(text.slice(0, MOST)).text;
  const [lang = 'und'] = languages;
  const found = STOPPING.flatMap((rule) => rule(plain, { ...context, lang }, languages));
  return new Set(found.flatMap(({ type, severity }) => (severity === 'stop' ? [type] : [])));
}
