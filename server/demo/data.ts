import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { planInput } from '../actions/plan-try.ts';
import { thanksInput } from '../actions/say-thanks.ts';
import { TAKE_BACK_REASONS, type TakeBackReason } from '../actions/take-back-work.ts';
import { tryInput } from '../domain/adaptation.ts';
import { type QuestionInput, questionInput } from '../domain/question.ts';
import { LABELS, ROLES, SUBJECTS } from '../domain/vocabulary.ts';
import type { StoryInput } from '../domain/work.ts';
import { readStory } from '../story-file.ts';
import { parseStoryFile } from '../text/front-matter.ts';

/** The folder `demo`, from the sources as well as from the build. */
function demoFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = here.includes('/dist/') ? join(here, '../../..') : join(here, '../..');
  return join(root, 'demo');
}

const districts = z.object({
  key: z.string(),
  name: z.string(),
  shortName: z.string(),
  country: z.string(),
  region: z.string(),
  languages: z.array(z.string()),
  timezone: z.string(),
  about: z.string(),
});

const people = z.object({
  handle: z.string(),
  district: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES).default('member'),
  label: z.enum(LABELS).default('teacher'),
  subjects: z.array(z.enum(SUBJECTS)).default([]),
  ages: z.string().default(''),
  bio: z.string().default(''),
});

const tries = z
  .object({ id: z.string(), author: z.string(), of: z.string(), ages: z.string().default('') })
  .loose();
const questions = z.object({ id: z.string(), author: z.string(), ages: z.string() }).loose();
const replies = z.object({
  id: z.string(),
  author: z.string(),
  to: z.string(),
  lang: z.string(),
  text: z.string(),
});
const thanks = thanksInput.extend({ author: z.string(), of: z.string() });
const plans = planInput
  .pick({ word: true })
  .extend({ author: z.string(), of: z.string(), inDays: z.number() });
const elsewhere = z.object({
  people: z.array(z.object({ handle: z.string(), name: z.string(), bio: z.string() })),
  follows: z.array(z.object({ follower: z.string(), followed: z.string() })),
  /** `count`: whoever is answered counts it as a try; `wait`: it stays held */
  posts: z.array(replies.extend({ decision: z.enum(['count', 'wait']) })),
});

export type DemoElsewhere = z.infer<typeof elsewhere>;
export type DemoDistrict = z.infer<typeof districts>;
export type DemoPerson = z.infer<typeof people> & { ageMin: number | null; ageMax: number | null };

/** A story of the demo: whose it is, and the story itself. */
export interface DemoStory {
  slug: string;
  author: string;
  district: string;
  story: StoryInput;
  /** it is taken back in the end, for this reason */
  takenBack?: TakeBackReason;
}

export interface DemoData {
  districts: DemoDistrict[];
  people: DemoPerson[];
  stories: DemoStory[];
  tries: { id: string; author: string; of: string; input: z.infer<typeof tryInput> }[];
  questions: { id: string; author: string; input: QuestionInput }[];
  replies: z.infer<typeof replies>[];
  thanks: z.infer<typeof thanks>[];
  plans: z.infer<typeof plans>[];
  elsewhere: DemoElsewhere;
}

const range = (ages: string) => {
  const match = /^(\d+)-(\d+)$/.exec(ages);
  return { ageMin: match ? Number(match[1]) : null, ageMax: match ? Number(match[2]) : null };
};

/** Reads everything that the demo shows. @throws ZodError or StoryFileError when a file is not right */
export function readDemo(): DemoData {
  const folder = demoFolder();
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const everybody = z
    .object({ districts: z.array(districts), people: z.array(people) })
    .parse(json('people.json'));
  const stories = readdirSync(join(folder, 'stories'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, 'stories', name), 'utf8');
      const whose = z
        .object({
          author: z.string(),
          district: z.string(),
          takenBack: z.enum(TAKE_BACK_REASONS).optional(),
        })
        .parse(parseStoryFile(text).fields);
      return { slug: name.replace(/\.md$/, ''), ...whose, story: readStory(text) };
    });
  return {
    districts: everybody.districts,
    people: everybody.people.map((person) => ({ ...person, ...range(person.ages) })),
    stories,
    tries: z
      .array(tries)
      .parse(json('tries.json'))
      .map(({ id, author, of, ages, ...answers }) => ({
        id,
        author,
        of,
        input: tryInput.parse({ ...answers, ...range(ages) }),
      })),
    questions: z
      .array(questions)
      .parse(json('questions.json'))
      .map(({ id, author, ages, ...asked }) => ({
        id,
        author,
        input: questionInput.parse({ ...asked, ...range(ages) }),
      })),
    replies: z.array(replies).parse(json('replies.json')),
    thanks: z.array(thanks).parse(json('thanks.json')),
    plans: z.array(plans).parse(json('plans.json')),
    elsewhere: elsewhere.parse(json('elsewhere.json')),
  };
}
