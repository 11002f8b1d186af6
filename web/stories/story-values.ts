import { oneOf, SECTIONS, storyOf } from '../../server/domain/story-of.ts';
import type { StoryInput } from '../../server/domain/work.ts';
import type { FormState } from '../kit/form-state.ts';

export { oneOf, SECTIONS, storyOf };

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
