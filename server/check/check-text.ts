import { findBirthDates } from './birth-dates.ts';
import { findColleagues } from './colleagues.ts';
import { findDignity } from './dignity.ts';
import { findEmails } from './emails.ts';
import type { CheckContext, Finding } from './finding.ts';
import { likelyLanguage } from './guess-language.ts';
import { findIdNumbers } from './id-numbers.ts';
import { findNames } from './names.ts';
import { findOneChild } from './one-child.ts';
import { findPhones } from './phones.ts';
import { plainOf } from './plain.ts';
import { findPrivateLinks } from './private-links.ts';
import { ruleLanguage } from './scan.ts';
import { findSmallNumbers } from './small-numbers.ts';
import { findTableNumbers } from './table-numbers.ts';

/**
 * A rule, in the language of its context: what it asks about in a text. The text it gets is `plainOf` the text that was given: without Markdown's marks,
 * with line breaks within paragraphs turned into spaces. `start` and `end` count in that; `checkText` counts back.
 */
type Rule = (text: string, context: CheckContext) => Finding[];

/** Of two equal findings that of the likelier language stays, then that of the earlier rule. */
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
 * The languages by whose rules a text is looked at: that which it looks as if it were in, and that which it says it is in.
 * Forms are sent with the language of the page on them, and teachers quote in others.
 */
export function languagesOf(text: string, declared: string): [string, string?] {
  const likely = likelyLanguage(text);
  return likely === null || likely === ruleLanguage(declared) ? [declared] : [likely, declared];
}

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
  const [first, declared] = languagesOf(plain.text, context.lang);
  const contexts: CheckContext[] = [{ ...context, lang: first }];
  if (declared) contexts.push({ ...context, looks: ruleLanguage(first) as CheckContext['looks'] & string });
  const inPlain = contexts.flatMap((each) => RULES.flatMap((rule) => rule(plain.text, each)));
  const found = inPlain.map((finding) => {
    const { start, end } = plain.passage(finding.start, finding.end);
    const about = finding.about && {
      ...finding.about,
      ...plain.passage(finding.about.start, finding.about.end),
    };
    return { ...finding, start, end, text: text.slice(start, end), ...(about ? { about } : {}) };
  });
  const asGiven = contexts.flatMap((each) => RULES_AS_GIVEN.flatMap((rule) => rule(text, each)));
  return withoutOverlaps([...found, ...asGiven]);
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
