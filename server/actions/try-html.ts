import type { TryInput } from '../domain/adaptation.ts';
import { tryWords } from '../domain/try-words.ts';
import { escapeHtml, paragraphs } from '../text/markdown.ts';
import { tableLines } from '../text/table-text.ts';

/**
 * A try in words, for every reader that does not know our terms: "I tried “…”." and then the answers.
 * @param title what was tried, as remembered; without one that sentence is left out
 */
export function tryHtml(
  title: string,
  answers: Pick<
    TryInput,
    'changed' | 'kept' | 'happened' | 'tip' | 'verdict' | 'lang' | 'context' | 'evidence'
  >,
): string {
  const words = tryWords(answers.lang);
  const part = (heading: string, text: string) =>
    text === '' ? '' : `<p><strong>${escapeHtml(heading)}</strong></p>${paragraphs(text)}`;
  return [
    `<p>${title === '' ? '' : `${escapeHtml(words.tried.replace('{title}', title))} `}<strong>${escapeHtml(words.verdict[answers.verdict])}</strong></p>`,
    paragraphs(answers.context),
    part(words.changed, answers.changed),
    part(words.kept, answers.kept),
    part(words.happened, answers.happened),
    ...answers.evidence.map((table) =>
      part(words.counted, [table.caption, ...tableLines(table, answers.lang)].join('\n\n')),
    ),
    part(words.tip, answers.tip),
  ].join('');
}
