import { readdirSync, readFileSync } from 'node:fs';
import { checkText } from '../../server/check/check-text.ts';
import type { Finding, FindingType } from '../../server/check/finding.ts';

const FOLDER = new URL('./student-check/', import.meta.url);

/** A draft as a teacher might write it. Of the held-out ones nobody looked at the findings while the rules were made. */
export interface Draft {
  id: string;
  lang: string;
  /** what its language box says, rightly or not */
  declared: string;
  heldOut: boolean;
  clean: boolean;
  text: string;
  /** passages that must be asked about, by type; spaces stand for any white space */
  planted: Partial<Record<FindingType, string[]>>;
}

/** What the check finds in some drafts. */
export interface Figures {
  drafts: number;
  /** of what was planted: found and all, by type */
  found: Map<FindingType, { found: number; all: number; missed: string[] }>;
  clean: { drafts: number; words: number; questions: string[] };
}

/** The drafts, by id. A file holds several, each behind a line `=== id clean` or `=== id planted`, with the declared language where that is another. */
export function drafts(): Draft[] {
  const planted = JSON.parse(readFileSync(new URL('planted.json', FOLDER), 'utf8')) as Record<
    string,
    Draft['planted']
  >;
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), 'utf8').split(/^=== /m).slice(1))
    .map((part) => {
      const [, id = '', kind = '', declared, text = ''] =
        /^(\S+) (clean|planted)(?: (\S+))?\n([\s\S]*)$/.exec(part) ?? [];
      return {
        id,
        lang: id.slice(0, 2),
        declared: declared ?? id.slice(0, 2),
        heldOut: id.includes('-h'),
        clean: kind === 'clean',
        text,
        planted: planted[id] ?? {},
      };
    });
}

/** Sends drafts through the whole check. */
export function measure(some: readonly Draft[]): Figures {
  const figures: Figures = {
    drafts: some.length,
    found: new Map(),
    clean: { drafts: 0, words: 0, questions: [] },
  };
  for (const draft of some) {
    const findings = checkText(draft.text, {
      lang: draft.declared,
      authors: [],
      emails: [],
      smallN: 10,
      idPatterns: [],
    });
    if (draft.clean) {
      figures.clean.drafts++;
      figures.clean.words += wordsOf(draft);
      figures.clean.questions.push(...findings.map(({ type, text }) => `${draft.id} ${type}: ${text}`));
    }
    for (const [type, passages] of Object.entries(draft.planted) as [FindingType, string[]][]) {
      for (const passage of passages) count(figures, draft, findings, type, passage);
    }
  }
  return figures;
}

/** A passage counts as found when each place where it stands is touched by a finding of its type. */
function count(
  figures: Figures,
  draft: Draft,
  findings: readonly Finding[],
  type: FindingType,
  passage: string,
): void {
  const sum = figures.found.get(type) ?? { found: 0, all: 0, missed: [] };
  figures.found.set(type, sum);
  const source = passage
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const places = [...draft.text.matchAll(new RegExp(source.join('\\s+'), 'g'))];
  const touched = places.every(({ index, 0: { length } }) =>
    findings.some(
      (finding) => finding.type === type && finding.start < index + length && finding.end > index,
    ),
  );
  sum.all++;
  if (places.length > 0 && touched) sum.found++;
  else sum.missed.push(`${draft.id}: ${passage}`);
}

/** Chinese is counted by characters: 1.7 to a word. */
function wordsOf({ lang, text }: Draft): number {
  return lang === 'zh' ? text.replace(/\s+/g, '').length / 1.7 : text.split(/\s+/).filter(Boolean).length;
}
