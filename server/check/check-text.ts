import { findBirthDates } from './birth-dates.ts';
import { findColleagues } from './colleagues.ts';
import { findDignity } from './dignity.ts';
import { findEmails } from './emails.ts';
import type { CheckContext, Finding } from './finding.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findNames } from './names.ts';
import { findOneChild } from './one-child.ts';
import { findPhones } from './phones.ts';
import { plainOf } from './plain.ts';
import { findPrivateLinks } from './private-links.ts';
import { findSmallNumbers } from './small-numbers.ts';
import { findTableNumbers } from './table-numbers.ts';

/**
 * A rule: what it asks about in a text. The text it gets is `plainOf` the text that was given: without Markdown's marks,
 * with line breaks within paragraphs turned into spaces. `start` and `end` count in that; `checkText` counts back.
 */
type Rule = (text: string, context: CheckContext) => Finding[];

/** Of two equal findings the earlier rule's stays. */
const RULES: readonly Rule[] = [
  findEmails,
  findIdNumbers,
  findBirthDates,
  findPhones,
  findPrivateLinks,
  findSmallNumbers,
  findColleagues,
  findOneChild,
  findDignity,
];

/** Rules that want the text as it was given: Markdown's italics tell the names in titles from others, its bars the cells. */
const RULES_AS_GIVEN: readonly Rule[] = [findNames, findTableNumbers];

/** What the check looks at in one go, in UTF-16 code units. */
export const CHECK_MAX = 65_536;

/**
 * Everything that the rules find in a text, by place and without overlaps: a stop goes before an ask, the longer before
 * the shorter. Offsets are UTF-16 code units of the text as it was given, Markdown or front matter and all.
 * @param text at most `CHECK_MAX` units
 * @throws RangeError when it is longer: a text is looked at whole or not at all
 */
export function checkText(text: string, context: CheckContext): Finding[] {
  if (text.length > CHECK_MAX)
    throw new RangeError(`The student check looks at ${CHECK_MAX} characters at most.`);
  const plain = plainOf(text);
  const found = RULES.flatMap((rule) => rule(plain.text, context)).map((finding) => {
    const { start, end } = plain.passage(finding.start, finding.end);
    return { ...finding, start, end, text: text.slice(start, end) };
  });
  return withoutOverlaps([...found, ...RULES_AS_GIVEN.flatMap((rule) => rule(text, context))]);
}

function withoutOverlaps(found: readonly Finding[]): Finding[] {
  const rank = ({ severity }: Finding) => (severity === 'stop' ? 0 : 1);
  const length = ({ start, end }: Finding) => end - start;
  const byWeight = found
    .filter((finding) => finding.end > finding.start)
    .sort((a, b) => rank(a) - rank(b) || length(b) - length(a) || a.start - b.start);
  const size = found.reduce((most, { end }) => Math.max(most, end), 0);
  const taken = new Uint8Array(size);
  const kept: Finding[] = [];
  for (const finding of byWeight) {
    if (taken.subarray(finding.start, finding.end).includes(1)) continue;
    taken.fill(1, finding.start, finding.end);
    kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}
