import type { Section } from '../domain/work.ts';
import { inSlices } from './in-slices.ts';
import { escapeHtml, renderMarkdown } from './markdown.ts';
import type { SafeHtml } from './safe-html.ts';

/**
 * The whole body of a work as HTML: each prompt as a heading, then what was written under it.
 * @param headings the words of the prompts in the work's own language; sections without one have no heading
 */
export async function storyHtml(
  sections: readonly Section[],
  headings: Readonly<Record<string, string>>,
): Promise<SafeHtml> {
  const parts: string[] = [];
  for (const section of sections) {
    if (section.markdown.trim() === '') continue;
    const heading = headings[section.key];
    const body = await inSlices(() => renderMarkdown(section.markdown));
    parts.push(heading ? `<h2>${escapeHtml(heading)}</h2>\n${body}` : body);
  }
  return parts.join('\n') as SafeHtml;
}
