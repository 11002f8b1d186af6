import { CLASS_SIZES, FOCUSES, OPEN_AUDIENCES, STORY_PROMPTS, SUBJECTS } from './vocabulary.ts';
import type { StoryInput, Work } from './work.ts';

/** The boxes of a story's text: the five prompts, and one for free writing. */
export const SECTIONS = [...STORY_PROMPTS, 'free'] as const;

export function oneOf<T extends string>(list: readonly T[], value: string): T | undefined {
  return list.find((one) => one === value);
}

/** A stored work as the editor's input; what no rule allows any more falls back to the narrowest. */
export function storyOf(work: Work): StoryInput {
  return {
    title: work.title,
    gist: work.gist,
    lang: work.lang,
    gistOther: work.gistOther,
    sections: SECTIONS.flatMap((key) =>
      work.sections.filter((section) => section.key === key).map(({ markdown }) => ({ key, markdown })),
    ),
    subjects: SUBJECTS.filter((subject) => work.subjects.includes(subject)),
    focus: FOCUSES.filter((focus) => work.focus.includes(focus)),
    tags: work.tags,
    ageMin: work.ageMin,
    ageMax: work.ageMax,
    levelLabel: work.levelLabel,
    classSize: oneOf(CLASS_SIZES, work.classSize ?? '') ?? null,
    whyItMatters: work.whyItMatters,
    madePossibleBy: work.madePossibleBy,
    licence: work.licence,
    audience: oneOf(OPEN_AUDIENCES, work.audience) ?? 'me',
    replyPolicy: work.replyPolicy,
    quotePolicy: work.quotePolicy,
    builtOn: work.builtOn,
  };
}
