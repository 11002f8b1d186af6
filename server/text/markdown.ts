import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import type { SafeHtml } from './safe-html.ts';

/** Headings inside a story start below its own title and prompts. */
const SHIFT = 2;

const marked = new Marked({
  gfm: true,
  breaks: false,
  async: false,
  walkTokens(token) {
    if (token.type === 'heading') token.depth = Math.min(token.depth + SHIFT, 4);
  },
});

/** What a teacher's Markdown may become (federation.md R5: every peer keeps these or their text). */
const OWN_TAGS = [
  'p',
  'br',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'pre',
  'code',
  'strong',
  'em',
  'a',
  'del',
  'ruby',
  'rt',
  'rp',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
];

/** The longest Markdown that is rendered, in characters. */
const MARKDOWN_MAX = 16_384;

/**
 * More than any text of a teacher has; beyond it the parser's time grows with the square, or is long for so few
 * characters. `test/faults/busy-texts.ts` has the texts that take longest.
 */
const STARS_MAX = 1_000;
const MARKS_MAX = 500;
const LINES_MAX = 600;
/** sum of the squares of the lengths of words: an address of 2,000 characters is fine, several are not */
const LONG_WORDS_MAX = 6_000_000;

/**
 * Renders Markdown and cleans the result: the one place where text of our own people becomes HTML.
 * Text that would keep the parser busy, or makes it stumble, is shown as plain paragraphs.
 * @param markdown at most 16 Ki characters; what is beyond is cut
 */
export function renderMarkdown(markdown: string): SafeHtml {
  const text = markdown.slice(0, MARKDOWN_MAX);
  if (!isTame(text)) return paragraphs(text);
  try {
    return clean(marked.parse(text) as string);
  } catch {
    return paragraphs(text);
  }
}

/** Few enough marks, lines and long words, and no quotes or lists nested without end. */
function isTame(text: string): boolean {
  if (count(text, /[*_]/g) > STARS_MAX || count(text, /[~[\]`<!@]|:\/\/|www\./g) > MARKS_MAX) return false;
  if (count(text, /\n/g) > LINES_MAX) return false;
  let longWords = 0;
  for (const [word] of text.matchAll(/\S{40,}/g)) longWords += word.length ** 2;
  if (longWords > LONG_WORDS_MAX) return false;
  return !/^(?:[ \t]*(?:>|[-+*]|\d{1,9}[.)])){12}/m.test(text);
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

function clean(html: string): SafeHtml {
  return sanitizeHtml(html, {
    allowedTags: OWN_TAGS,
    allowedAttributes: { a: ['href', 'rel'], ol: ['start'], th: ['align'], td: ['align'], '*': [] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 12,
    transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }) },
  }).trim() as SafeHtml;
}

/** Escapes text for use in HTML. */
export function escapeHtml(text: string): SafeHtml {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`) as SafeHtml;
}

/** Paragraphs of plain text: blank lines part them, single line ends become `<br>`. */
export function paragraphs(text: string): SafeHtml {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('') as SafeHtml;
}
