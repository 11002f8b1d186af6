import { promptWords } from '../domain/prompt-words.ts';
import { countWords, type StoryInput } from '../domain/work.ts';
import { storyHtml } from '../text/story-html.ts';

/** The columns that a story's form fills, with its HTML rendered and its words counted. */
export async function storyColumns(story: StoryInput) {
  const sections = story.sections.filter((section) => section.markdown !== '');
  return {
    title: story.title,
    gist: story.gist,
    lang: story.lang,
    gist_other: JSON.stringify(story.gistOther),
    sections: JSON.stringify(sections),
    html: (await storyHtml(sections, promptWords(story.lang))) as string,
    subjects: story.subjects as string[],
    focus: story.focus as string[],
    tags: story.tags,
    age_min: story.ageMin,
    age_max: story.ageMax,
    level_label: story.levelLabel,
    class_size_band: story.classSize,
    why_it_matters: story.whyItMatters,
    made_possible_by: story.madePossibleBy,
    licence: story.licence,
    built_on: JSON.stringify(story.builtOn),
    ...(story.replyPolicy && { reply_policy: story.replyPolicy }),
    ...(story.quotePolicy && { quote_policy: story.quotePolicy }),
    word_count: countWords(
      sections.map((section) => section.markdown),
      story.lang,
    ),
  };
}
