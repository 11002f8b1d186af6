import { z } from 'zod';
import { type Problem, type StoryInput, storyInput } from './domain/work.ts';
import { parseStoryFile } from './text/front-matter.ts';

/** A story file could not be taken; each line says what is wrong. */
export class StoryFileError extends Error {
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map((problem) => `${problem.field}: ${problem.say}`).join('\n'));
    this.name = 'StoryFileError';
    this.problems = problems;
  }
}

const LICENCE_WORDS: Record<string, string> = {
  'cc by 4.0': 'cc-by',
  'cc-by-4.0': 'cc-by',
  'cc by': 'cc-by',
  'cc by-sa 4.0': 'cc-by-sa',
  'cc-by-sa-4.0': 'cc-by-sa',
  'cc by-sa': 'cc-by-sa',
  'read only': 'read-only',
};

const words = z
  .union([
    z.array(z.coerce.string()),
    z.string().transform((text) =>
      text
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ])
  .default([]);

/**
 * The fields of the front matter: `title, gist, subjects, ages, lang, licence, audience, tags`, and those of the
 * editor's second step. Unknown ones are left alone.
 */
const front = z.object({
  title: z.coerce.string().default(''),
  gist: z.coerce.string().default(''),
  subjects: words,
  ages: z.coerce.string().default(''),
  lang: z.string().default('en'),
  licence: z.string().default('cc-by'),
  audience: z.string().default('district'),
  tags: words,
  focus: words,
  classSize: z.coerce.string().nullable().default(null),
  whyItMatters: z.string().default(''),
  madePossibleBy: z.string().default(''),
  levelLabel: z.string().default(''),
  gistOther: z.array(z.object({ lang: z.string(), text: z.string() })).default([]),
  builtOn: z.array(z.object({ uri: z.string() })).default([]),
});

/**
 * Reads a story from Markdown with front matter, ready for publishing.
 * @throws StoryFileError naming every field that is wrong
 */
export function readStory(text: string): StoryInput {
  let file: ReturnType<typeof parseStoryFile>;
  try {
    file = parseStoryFile(text);
  } catch (error) {
    throw new StoryFileError([
      {
        field: 'front matter',
        say: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'not YAML',
      },
    ]);
  }
  const fields = front.safeParse(file.fields);
  if (!fields.success) throw new StoryFileError(problemsOf(fields.error));
  const { ages, ...rest } = fields.data;
  const range = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(ages.trim());
  if (ages !== '' && !range)
    throw new StoryFileError([{ field: 'ages', say: 'write two numbers such as 10-11' }]);
  const story = storyInput.safeParse({
    ...rest,
    licence: LICENCE_WORDS[rest.licence.toLowerCase()] ?? rest.licence,
    tags: rest.tags.map((tag) => tag.replace(/^#/, '')),
    ageMin: range ? Number(range[1]) : null,
    ageMax: range ? Number(range[2] ?? range[1]) : null,
    sections: file.sections,
  });
  if (!story.success) throw new StoryFileError(problemsOf(story.error));
  return story.data;
}

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), say: issue.message }));
}
