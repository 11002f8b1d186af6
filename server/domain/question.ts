import { z } from 'zod';
import { cleanText, LIMITS } from './text-limits.ts';
import { type Audience, type CallState, SUBJECTS } from './vocabulary.ts';
import type { Work } from './work.ts';

/** Who can be asked. A question to oneself is a note. */
export const ASKED = ['district', 'everyone'] as const satisfies readonly Audience[];

const age = z.number().int('not-a-number').min(0, 'age-range').max(99, 'age-range');

/** What a person gives when asking colleagues. Messages are keys, `error.<field>.<message>`. */
export const questionInput = z
  .object({
    question: z
      .string()
      .max(LIMITS.question * 3, 'too-long')
      .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), LIMITS.question * 3))
      .pipe(
        z
          .string()
          .max(LIMITS.question, 'too-long')
          .regex(/[\p{L}\p{N}]/u, 'missing'),
      ),
    lang: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language')
      .default('en'),
    gistOther: z
      .array(z.object({ lang: z.string().max(20), text: z.string().trim().max(LIMITS.gist, 'too-long') }))
      .max(1)
      .default([]),
    subjects: z.array(z.enum(SUBJECTS, 'unknown')).min(1, 'missing').max(3, 'too-many'),
    ageMin: age,
    ageMax: age,
    audience: z.enum(ASKED, 'unknown').default('everyone'),
  })
  .refine(({ ageMin, ageMax }) => ageMin <= ageMax, { path: ['ages'], message: 'order' });
export type QuestionInput = z.infer<typeof questionInput>;

/** The beginning of a question for lists and for its address. @param words without any markup, on one line */
export const questionTitle = (words: string): string => shortened(words, LIMITS.title);

/** As much of it as fits where stories have their gist. */
export const questionGist = (words: string): string => shortened(words, LIMITS.gist);

/** Cut after a whole word, or in the middle of what has no spaces. */
function shortened(words: string, most: number): string {
  const letters = [...words];
  if (letters.length <= most) return words;
  const room = letters.slice(0, most).join('');
  const atWord = room.lastIndexOf(' ');
  const cut = atWord > room.length / 2 ? room.slice(0, atWord) : letters.slice(0, most - 1).join('');
  return `${cut.trimEnd()}…`;
}

export const isQuestion = (work: Pick<Work, 'kind'>): boolean => work.kind === 'call';

/** Nobody but its author says anything under a question that is closed. */
export const isClosed = (work: Pick<Work, 'kind' | 'callState'>): boolean =>
  isQuestion(work) && work.callState === 'closed';

/** How a question stands, open where nothing is said of it. */
export const stateOf = (work: { callState: CallState | null }): CallState => work.callState ?? 'open';
