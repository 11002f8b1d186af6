import type { FindingType } from '../check/finding.ts';
import { tableQuestions } from '../check/small-table.ts';
import { stopsIn } from '../check/stops-only.ts';
import { findTableNumbers } from '../check/table-numbers.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import type { EvidenceTable } from '../domain/evidence-table.ts';
import { checkRules } from '../store/districts.ts';
import { inSlices } from '../text/in-slices.ts';
import { paragraphs } from '../text/markdown.ts';
import { htmlWords } from '../text/remote-html.ts';
import type { Ctx } from './context.ts';

/** Something that came from another server, as it would be shown. */
export interface FromOutside {
  /** cleaned */
  html: string;
  evidence?: readonly EvidenceTable[];
}

/** A try from another server: its text, its answers one by one, its table. */
export function shownTry({
  html,
  evidence,
  ...one
}: Pick<
  Adaptation,
  'html' | 'context' | 'changed' | 'kept' | 'happened' | 'tip' | 'gistOther' | 'evidence'
>): FromOutside {
  const answers = [one.context, one.changed, one.kept, one.happened, one.tip];
  const short = one.gistOther.map(({ text }) => text);
  return { html: [html, ...[...answers, ...short].map(paragraphs)].join('\n'), evidence };
}

/** The district's part of the rules. */
export interface StopRules {
  smallN: number;
  idPatterns: readonly string[];
}

/** Every language that has rules of its own, and one for those that need none: what a post says of its language may be wrong. */
const LANGUAGES = ['en', 'es', 'fi', 'de', 'fr', 'zh-Hans', 'und'];

/** What in a text from outside may not go further unseen (product 3.2): the stops of the student check, each once. */
export function outsideStops({ html, evidence = [] }: FromOutside, rules: StopRules): FindingType[] {
  const context = { ...rules, authors: [], emails: [] };
  const inTables = [
    ...findTableNumbers(html, { ...context, lang: 'und' }),
    ...tableQuestions(evidence, rules.smallN),
  ];
  return [
    ...stopsIn(htmlWords(html), LANGUAGES, context),
    ...(inTables.length > 0 ? (['small-cell'] as const) : []),
  ];
}

/** Must its author here look at it first, whoever sent it? */
export async function mustWait(ctx: Ctx, thing: FromOutside): Promise<boolean> {
  const rules = await checkRules(ctx.db);
  return inSlices(() => outsideStops(thing, rules).length > 0);
}
