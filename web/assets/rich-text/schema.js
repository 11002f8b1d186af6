import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { TableKit } from '@tiptap/extension-table';
import { MarkdownManager } from '@tiptap/markdown';
import { StarterKit } from '@tiptap/starter-kit';
import { Marked } from 'marked';

/**
 * What the rich surface knows: exactly what a story's Markdown may become (server/text/markdown.ts), so that nothing
 * can be made here that readers would not see. Text with anything else stays in its plain box.
 */

/** What Markdown would read as the beginning of a list, a heading, or a line under one. */
const BEGINNING =
  /^([ \t]*)(\d{1,9}(?=[.)](?:\s|$))|[-+](?=\s|$)|#{1,6}(?=\s|$)|(?:=+[ \t]*|(?:-[ \t]*){2,})$|>)/;

/** A line of words that looks like Markdown stays a line of words. */
const keptAsWords = (line) =>
  line.replace(BEGINNING, (_, space, sign) => (/^\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`));

const Words = Paragraph.extend({
  renderMarkdown: (node, helpers, context) =>
    Paragraph.config.renderMarkdown(node, helpers, context).split('\n').map(keptAsWords).join('\n'),
});

/** `#` at the end of a heading closes it in Markdown. */
const Title = Heading.extend({
  renderMarkdown: (node, helpers, context) =>
    Heading.config.renderMarkdown(node, helpers, context).replace(/(\s)(#+\s*)$/, '$1\\$2'),
}).configure({ levels: [1, 2, 3, 4] });

/** Every extension of the surface. */
export const extensions = [
  StarterKit.configure({
    paragraph: false,
    underline: false,
    horizontalRule: false,
    heading: false,
    link: { openOnClick: false, autolink: false, linkOnPaste: true, protocols: ['mailto'] },
  }),
  Words,
  Title,
  TableKit.configure({ table: { resizable: false } }),
];

const manager = new MarkdownManager({ extensions });
/** as the server reads it */
const reader = new Marked({ gfm: true, breaks: false, async: false });
/** an address that is named at the end of a text: it says nothing by itself, and the surface has no place for it */
const DEFINITION = /^ {0,3}\[[^\]]+\]:/m;

/** Markdown as a document of the surface (ProseMirror JSON). */
export function fromMarkdown(markdown) {
  return manager.parse(markdown);
}

/** A document of the surface as Markdown, as people would write it: `&` stays `&` where that means the same. */
export function toMarkdown(doc) {
  const content = (doc.content ?? []).filter((node) => node.type !== 'paragraph' || node.content?.length);
  if (content.length === 0) return '';
  const written = manager
    .serialize({ ...doc, content })
    .replace(/\n{3,}/g, '\n\n')
    // an address that stands in the text becomes a link as it stands
    .replace(/\bhttps?:\/\/[^\s<>()[\]]+/g, (address) => address.replace(/\\([_*~])/g, '$1'))
    .trim();
  const plain = written.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return plain !== written && htmlOf(plain) === htmlOf(written) ? plain : written;
}

/** Does a text come back from the surface saying the same? If not, it stays in its plain box. */
export function isFaithful(markdown) {
  try {
    return !DEFINITION.test(markdown) && htmlOf(markdown) === htmlOf(toMarkdown(fromMarkdown(markdown)));
  } catch {
    return false;
  }
}

/** What a text says, for comparing: its HTML, however it was spaced. */
function htmlOf(markdown) {
  return reader.parse(markdown).replace(/\s+/g, ' ').replaceAll('> <', '><');
}
