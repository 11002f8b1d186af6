import {
  CLASS_SIZES,
  FOCUSES,
  OPEN_AUDIENCES,
  STORY_PROMPTS,
  SUBJECTS,
} from '../../server/domain/vocabulary.ts';
import type { StoryInput, Work } from '../../server/domain/work.ts';
import type { FormState } from '../kit/form-state.ts';

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

/** What stands in the boxes of the editor. */
export function storyValues(story: StoryInput): FormState['values'] {
  const section = (key: string) => story.sections.find((one) => one.key === key)?.markdown ?? '';
  return {
    title: story.title,
    ...Object.fromEntries(SECTIONS.map((key) => [key, section(key)])),
    gist: story.gist,
    lang: story.lang,
    gistOtherLang: story.gistOther[0]?.lang ?? '',
    gistOther: story.gistOther[0]?.text ?? '',
    subjects: story.subjects,
    focus: story.focus,
    tags: story.tags.join(' '),
    ageMin: story.ageMin,
    ageMax: story.ageMax,
    levelLabel: story.levelLabel,
    classSize: story.classSize,
    whyItMatters: story.whyItMatters,
    madePossibleBy: story.madePossibleBy,
    licence: story.licence,
    audience: story.audience,
    replyPolicy: story.replyPolicy,
    quotePolicy: story.quotePolicy,
    builtOn: story.builtOn.map(({ uri }) => uri).join(' '),
  };
}

/** Whether a story is written in one box: it has free text and nothing under the prompts. */
export function isFree(story: Pick<StoryInput, 'sections'>): boolean {
  return story.sections.length > 0 && story.sections.every(({ key }) => key === 'free');
}

/** The same words in one box, or under the prompts, where they all come under "the how". */
export function switched(story: StoryInput, to: 'free' | 'prompts'): StoryInput {
  const text = (keys: readonly string[]) =>
    story.sections
      .filter(({ key }) => keys.includes(key))
      .map(({ markdown }) => markdown)
      .join('\n\n');
  if (to === 'free') return { ...story, sections: [{ key: 'free', markdown: text(SECTIONS) }] };
  const how = { key: 'how' as const, markdown: text(['how', 'free']) };
  const sections = SECTIONS.flatMap((key) =>
    key === 'how' ? [how] : story.sections.filter((one) => one.key === key && key !== 'free'),
  );
  return { ...story, sections };
}
