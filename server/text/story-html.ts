import type { Section } from '../domain/work.ts';
import { escapeHtml, renderMarkdown } from './markdown.ts';
import type { SafeHtml } from './safe-html.ts';

/**
 * The whole body of a work as HTML: each prompt as a heading, then what was written under it.
 * @param headings the words of the prompts in the work's own language; sections without one have no heading
 */
export function storyHtml(
  sections: readonly Section[],
  headings: Readonly<Record<string, string>>,
): SafeHtml {
  return sections
    .filter((section) => section.markdown.trim() !== '')
    .map((section) => {
      const heading = headings[section.key];
      const body = renderMarkdown(section.markdown);
      return heading ? `<h2>${escapeHtml(heading)}</h2>\n${body}` : body;
    })
    .join('\n') as SafeHtml;
}
