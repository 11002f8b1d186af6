import { z } from 'zod';
import { type EvidenceTable, evidenceTable } from './evidence-table.ts';
import { cleanText, LIMITS } from './text-limits.ts';
import { type Audience, OPEN_AUDIENCES, SUBJECTS, VERDICTS, type Verdict } from './vocabulary.ts';
import type { GistOther } from './work.ts';

/** "I tried this": what became of somebody's idea in another classroom. */
export interface Adaptation {
  id: string;
  uri: string;
  url: string | null;
  host: string | null;
  authorId: string;
  /** the work or try that was tried: any fediverse object */
  ofUri: string;
  /** its title as remembered, should it be taken back */
  ofTitle: string;
  context: string;
  changed: string;
  kept: string;
  happened: string;
  verdict: Verdict | null;
  tip: string;
  /** a small table of what was counted, or none */
  evidence: EvidenceTable[];
  lang: string;
  gistOther: GistOther[];
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
  audience: Audience;
  /** ids of the ancestors, origin first */
  lineage: string[];
  html: string;
  state: 'draft' | 'published' | 'withdrawn' | 'held' | 'hidden';
  version: number;
  createdAt: Date;
  publishedAt: Date | null;
  updatedAt: Date | null;
  fetchedAt: Date | null;
  /** since when no more words of strangers are taken, because too many came at once; null: they are taken */
  repliesPausedAt: Date | null;
}

/** When what was told was last changed; null when it is as it was first sent (then both times are the same). */
export function editedAt({ publishedAt, updatedAt }: Adaptation): Date | null {
  return publishedAt && updatedAt && updatedAt > publishedAt ? updatedAt : null;
}

const text = (max: number) =>
  z
    .string()
    .max(max * 3, 'too-long')
    .transform((value) => cleanText(value.replace(/\r\n?/g, '\n').trim(), max * 3))
    .pipe(z.string().max(max, 'too-long'));

/**
 * A try's own table is a small one: in rows and columns (the one of the rows' names is among them), and in characters, since
 * its words are sent more than once and some inboxes take 64 KiB.
 */
export const TRY_TABLE = { columns: 5, rows: 8, caption: 120, name: 40, label: 60 } as const;

const tryTable = evidenceTable.refine(isSmall, 'too-large').refine(saysHowMany, 'no-n');

function isSmall({ caption, columns, rows }: EvidenceTable): boolean {
  return (
    columns.length <= TRY_TABLE.columns &&
    rows.length <= TRY_TABLE.rows &&
    caption.length <= TRY_TABLE.caption &&
    columns.every(({ name }) => name.length <= TRY_TABLE.name) &&
    rows.every(({ cells }) => cells.every((cell) => String(cell ?? '').length <= TRY_TABLE.label))
  );
}

/** Every number says how many students are behind it. */
function saysHowMany({ columns, rows }: EvidenceTable): boolean {
  const isBare = (n: number | null, c: number) =>
    columns[c]?.type !== 'label' && (n ?? columns[c]?.n ?? null) === null;
  return rows.every(({ cells, n }) => cells.every((cell, c) => cell === null || !isBare(n, c)));
}

/** What a person gives when telling back. `happened` is the one required answer. */
export const tryInput = z.object({
  context: text(LIMITS.tryContext).default(''),
  changed: text(LIMITS.tryChanged).default(''),
  kept: text(LIMITS.tryKept).default(''),
  happened: text(LIMITS.tryHappened).pipe(z.string().min(1, 'missing')),
  verdict: z.enum(VERDICTS, 'missing'),
  tip: text(LIMITS.tryTip).default(''),
  evidence: z.array(tryTable).max(1).default([]),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'not-a-language')
    .default('en'),
  gistOther: z
    .array(z.object({ lang: z.string().max(20), text: text(LIMITS.gist) }))
    .max(3)
    .default([]),
  subjects: z.array(z.enum(SUBJECTS, 'unknown')).max(3, 'too-many').default([]),
  ageMin: z.number().int().min(0).max(99).nullable().default(null),
  ageMax: z.number().int().min(0).max(99).nullable().default(null),
  audience: z.enum(OPEN_AUDIENCES, 'unknown').default('everyone'),
});
export type TryInput = z.infer<typeof tryInput>;
