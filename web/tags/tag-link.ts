import type { Say } from '../kit/messages.ts';
import type { Chip } from '../kit/panel.tsx';
import { focusNames, subjectNames } from '../kit/words.ts';
import { paths } from '../paths.ts';

/** Subjects by their names, each with the page of what was shared about it. */
export function subjectChips(say: Say, subjects: readonly string[]): Chip[] {
  return subjects.map((key) => ({ text: subjectNames(say, [key]).join(), href: paths.tag(key) }));
}

export function focusChips(say: Say, focus: readonly string[]): Chip[] {
  return focus.map((key) => ({ text: focusNames(say, [key]).join(), href: paths.tag(key) }));
}
