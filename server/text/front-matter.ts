import { parse } from 'yaml';
import { STORY_PROMPTS } from '../domain/vocabulary.ts';
import type { Section } from '../domain/work.ts';

/** A story as a file: fields of the front matter as they stand, sections from the headings. */
export interface StoryFile {
  fields: Record<string, unknown>;
  sections: Section[];
}

/**
 * Reads Markdown with YAML front matter. The headings `## Where`, `## How`, `## Students`, `## Why`, `## Next`
 * are the five prompts; a body without them is free writing. Text before the first prompt is free writing too.
 * @throws Error with a plain sentence when the front matter is not YAML
 */
export function parseStoryFile(text: string): StoryFile {
  const normal = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const match = /^---\n([\s\S]*?)\n---\s*(?:\n|$)/.exec(normal);
  let fields: Record<string, unknown> = {};
  if (match?.[1] !== undefined) {
    const parsed: unknown = parse(match[1], { maxAliasCount: 10 });
    if (parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed))
      fields = parsed as Record<string, unknown>;
  }
  return { fields, sections: splitSections(match ? normal.slice(match[0].length) : normal) };
}

function splitSections(body: string): Section[] {
  const sections = new Map<string, string>();
  let key = 'free';
  let fenced = false;
  for (const line of body.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? null : /^##\s+(\w+)\s*$/.exec(line)?.[1]?.toLowerCase();
    if (heading && (STORY_PROMPTS as readonly string[]).includes(heading)) key = heading;
    else sections.set(key, `${sections.get(key) ?? ''}${line}\n`);
  }
  return [...sections]
    .map(([name, markdown]) => ({ key: name, markdown: markdown.trim() }))
    .filter((section) => section.markdown !== '');
}
