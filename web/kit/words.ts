import type { Refusal } from '../../server/domain/refusal.ts';
import { LICENCE_URLS, type Licence } from '../../server/domain/vocabulary.ts';
import type { Frame } from './frame.ts';
import { isMessageKey, type Say, sayAny } from './messages.ts';

/** "ages 10–11", "age 7", with the author's own label before it: "Grade 5 · ages 10–11". Empty when not known. */
export function agesText(say: Say, ageMin: number | null, ageMax: number | null, levelLabel = ''): string {
  const from = ageMin ?? ageMax;
  const to = ageMax ?? ageMin;
  const ages =
    from === null || to === null
      ? ''
      : from === to
        ? say('ages.one', { age: from })
        : say('ages.range', { from, to });
  return [levelLabel, ages].filter((text) => text !== '').join(' · ');
}

/** "3 min read": 220 words a minute, at least one. */
export function minutesText(say: Say, words: number): string {
  return say('minutes', { minutes: Math.max(1, Math.round(words / 220)) });
}

/** The names of subjects, in the order given; unknown ones from elsewhere get the general word once. */
export function subjectNames(say: Say, subjects: readonly string[]): string[] {
  return [...new Set(subjects.map((subject) => sayAny(say, `subject.${subject}`)))];
}

export function focusNames(say: Say, focus: readonly string[]): string[] {
  return [...new Set(focus.map((one) => sayAny(say, `focus.${one}`)))];
}

/** What a reader may do with a work, in words, and where that is explained (null for "read only"). */
export function licenceText(
  frame: Pick<Frame, 'say'>,
  licence: Licence,
): { text: string; url: string | null } {
  return { text: frame.say(`licence.${licence}`), url: LICENCE_URLS[licence] };
}

/** Why something was not done, in a sentence: the refusal's own, or the one of its kind. */
export function refusalText(say: Say, refusal: Pick<Refusal, 'kind' | 'say' | 'params'>): string {
  const own = `refusal.${refusal.say}`;
  return sayAny(say, isMessageKey(own) ? own : `refusal.${refusal.kind}`, refusal.params);
}

/** The options of a list of the vocabulary for Radios, Checkboxes and Select: `optionsOf(say, 'subject', SUBJECTS)`. */
export function optionsOf(
  say: Say,
  prefix: string,
  keys: readonly string[],
): { value: string; label: string }[] {
  return keys.map((key) => ({
    value: key,
    label: sayAny(say, `${prefix}.${key}`),
  }));
}
