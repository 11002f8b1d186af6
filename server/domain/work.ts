import { z } from 'zod';
import { REPLY_POLICIES, type ReplyPolicy } from './reply.ts';
import { cleanLine, cleanText, LIMITS } from './text-limits.ts';
import {
  type Audience,
  type CallState,
  CLASS_SIZES,
  type ClassSize,
  FOCUSES,
  type Focus,
  LICENCES,
  type Licence,
  OPEN_AUDIENCES,
  STORY_PROMPTS,
  type StoryPrompt,
  SUBJECTS,
  type Subject,
  type WorkKind,
} from './vocabulary.ts';

/** Who may quote a work in posts of their own (FEP-044f). */
export const QUOTE_POLICIES = ['nobody', 'followers', 'everyone'] as const;
export type QuotePolicy = (typeof QUOTE_POLICIES)[number];

/** One part of a work: a prompt's key (`free` for free writing) and what the author wrote under it. */
export interface Section {
  key: string;
  markdown: string;
}

/** A gist in another language. */
export interface GistOther {
  lang: string;
  text: string;
}

/** What a work was built on: any fediverse object. */
export interface BuiltOn {
  uri: string;
  note?: string;
}

/** A work as pages and translation see it; the same shape for ours and for what came from elsewhere. */
export interface Work {
  id: string;
  uri: string;
  url: string | null;
  /** null: one of ours */
  host: string | null;
  authorId: string;
  kind: WorkKind;
  slug: string | null;
  title: string;
  gist: string;
  lang: string;
  gistOther: GistOther[];
  sections: Section[];
  html: string;
  subjects: string[];
  focus: string[];
  tags: string[];
  isced: number[];
  /** years */
  ageMin: number | null;
  ageMax: number | null;
  levelLabel: string;
  classSize: string | null;
  whyItMatters: string;
  madePossibleBy: string;
  licence: Licence;
  audience: Audience;
  replyPolicy: ReplyPolicy;
  /** who may quote it; nobody unless the author opens it */
  quotePolicy: QuotePolicy;
  builtOn: BuiltOn[];
  /** ids of the ancestors, origin first */
  lineage: string[];
  verdict: string | null;
  studentsN: number | null;
  duration: string | null;
  /** of a question: how it stands; null for everything else */
  callState: CallState | null;
  evidence: unknown[];
  state: 'draft' | 'published' | 'retracted' | 'purged';
  version: number;
  changeNote: string;
  wordCount: number;
  createdAt: Date;
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** when a draft goes out by itself */
  scheduledAt: Date | null;
  retractedAt: Date | null;
  fetchedAt: Date | null;
  /** since when strangers’ replies are not taken, since too many came at once */
  repliesPausedAt: Date | null;
}

/** A title or gist goes as HTML to some servers and as text to others: no `<`, and `&` only before a space. */
const plain = (text: string): boolean => !text.includes('<') && !/&(?!\s)/.test(text);
const noLink = (text: string): boolean => !/https?:\/\/|www\.|(^|\s)@[\w.-]+/i.test(text);

const line = (max: number) =>
  z
    .string()
    .max(max * 4, 'too-long')
    .transform((text) => cleanLine(text, max * 4))
    .pipe(z.string().max(max, 'too-long'));
const block = (max: number) =>
  z
    .string()
    .max(max * 2, 'too-long')
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), max * 2))
    .pipe(z.string().max(max, 'too-long'));
const age = z.number().int('not-a-number').min(0, 'age-range').max(99, 'age-range');

/**
 * What a person gives when writing a practice story. Every field may be empty in a draft;
 * `publishable` says what is still missing.
 * Messages are keys (`error.<field>.<message>` in the message files).
 */
export const storyInput = z.object({
  title: line(LIMITS.title).refine(plain, 'not-plain').default(''),
  gist: line(LIMITS.gist).refine(plain, 'not-plain').refine(noLink, 'has-link').default(''),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language')
    .default('en'),
  gistOther: z
    .array(z.object({ lang: z.string().max(20), text: line(LIMITS.gist) }))
    .max(5)
    .default([]),
  sections: z
    .array(z.object({ key: z.enum([...STORY_PROMPTS, 'free']), markdown: block(LIMITS.section) }))
    .max(6)
    .default([]),
  subjects: z.array(z.enum(SUBJECTS, 'unknown')).max(3, 'too-many').default([]),
  focus: z.array(z.enum(FOCUSES, 'unknown')).max(5, 'too-many').default([]),
  tags: z
    .array(
      z
        .string()
        .max(LIMITS.tag, 'too-long')
        .regex(/^[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*$/u, 'not-a-tag'),
    )
    .max(LIMITS.tags, 'too-many')
    .default([]),
  ageMin: age.nullable().default(null),
  ageMax: age.nullable().default(null),
  levelLabel: line(LIMITS.levelLabel).default(''),
  classSize: z.enum(CLASS_SIZES, 'unknown').nullable().default(null),
  whyItMatters: line(LIMITS.whyItMatters).default(''),
  madePossibleBy: line(LIMITS.madePossibleBy).default(''),
  licence: z.enum(LICENCES, 'unknown').default('cc-by'),
  audience: z.enum(OPEN_AUDIENCES, 'unknown').default('district'),
  /** left out: as it is, for a new work its author's own default */
  replyPolicy: z.enum(REPLY_POLICIES, 'unknown').optional(),
  /** left out: as it is, for a new work nobody */
  quotePolicy: z.enum(QUOTE_POLICIES, 'unknown').optional(),
  builtOn: z
    .array(
      z.object({
        uri: z.url({ protocol: /^https?$/ }).max(LIMITS.url),
        note: z.string().max(200).optional(),
      }),
    )
    .max(5)
    .default([]),
});
export type StoryInput = z.infer<typeof storyInput>;

/** One thing that stands in the way of publishing: the field and the key of a sentence. */
export interface Problem {
  field: string;
  say: string;
}

/** The number of words in Markdown text, for any script (`Intl.Segmenter`). */
export function countWords(texts: readonly string[], lang: string): number {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  let words = 0;
  for (const text of texts) for (const part of segmenter.segment(text)) if (part.isWordLike) words += 1;
  return words;
}

/** What is missing before this story may be shown to anybody: an empty list when nothing is. */
export function publishable(story: StoryInput): Problem[] {
  const problems: Problem[] = [];
  const need = (ok: unknown, field: string, say: string) => {
    if (!ok) problems.push({ field, say });
  };
  const has = (key: string) =>
    story.sections.some((section) => section.key === key && section.markdown !== '');
  need(story.title, 'title', 'missing');
  need(has('how') || has('free'), 'how', 'missing');
  need(story.gist, 'gist', 'missing');
  need(story.subjects.length > 0, 'subjects', 'missing');
  need(story.ageMin !== null && story.ageMax !== null, 'ages', 'missing');
  need(story.ageMin === null || story.ageMax === null || story.ageMin <= story.ageMax, 'ages', 'order');
  need(
    countWords(
      story.sections.map((section) => section.markdown),
      story.lang,
    ) <= LIMITS.words,
    'how',
    'too-many-words',
  );
  return problems;
}

export type { ClassSize, Focus, StoryPrompt, Subject };
