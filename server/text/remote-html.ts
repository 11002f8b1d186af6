import sanitizeHtml from 'sanitize-html';
import { cleanText, LIMITS } from '../domain/text-limits.ts';
import { paragraphs } from './markdown.ts';
import type { SafeHtml } from './safe-html.ts';

const TAGS = [
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
  'b',
  'i',
  'u',
  's',
  'sub',
  'sup',
  'a',
  'del',
  'span',
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
/** classes with a meaning on the fediverse; ours are never taken from outside */
const CLASSES = ['mention', 'hashtag', 'ellipsis', 'invisible', 'u-url', 'h-card'];
const OPEN_TAGS_MAX = 5_000;

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: {
    a: ['href', 'rel', 'class', 'lang'],
    span: ['class', 'lang'],
    p: ['lang'],
    ol: ['start', 'reversed'],
    li: ['value'],
  },
  allowedClasses: { a: CLASSES, span: CLASSES },
  allowedSchemes: ['http', 'https'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 12,
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'xmp',
    'iframe',
    'title',
    'template',
    'svg',
    'math',
  ],
  transformTags: {
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow noopener noreferrer ugc' } }),
  },
};

/**
 * Cleans HTML that came from another server. Never throws: what cannot be cleaned becomes plain text.
 * @param html cut at 64 Ki characters before it is parsed
 */
export function cleanRemoteHtml(html: string): SafeHtml {
  const cut = cleanText(html, LIMITS.remoteHtml);
  try {
    if ((cut.match(/</g)?.length ?? 0) > OPEN_TAGS_MAX)
      return paragraphs(cut.replace(/<[^<>]{0,2000}>/g, ' '));
    return sanitizeHtml(cut, OPTIONS).trim() as SafeHtml;
  } catch {
    return paragraphs(cut.replace(/</g, ' '));
  }
}

const BLOCK_ENDS = /<\/(?:p|div|li|h[1-6]|blockquote|t[dhr]|pre)>/gi;

/** All words of cleaned HTML: paragraphs parted by blank lines, line breaks as line ends. */
export function htmlWords(html: string): string {
  const parted = html.replace(BLOCK_ENDS, '$&\n\n').replace(/<br\s*\/?>/gi, '\n');
  return withoutEntities(sanitizeHtml(parted, { allowedTags: [], allowedAttributes: {} })).trim();
}

const NAME = String.raw`(?:<span class="h-card">)?<a [^<>]*\bmention\b[^<>]*>@?(?:<span>)?[^<>]*(?:</span>)?</a>(?:</span>)?\s*`;
const NAMES_FIRST = new RegExp(`^<p>(?:${NAME}){1,8}`);
const HEADLINE = /^<p><strong>[^<>]*<\/strong><\/p>\s*/;

/**
 * An answer from another server without what stands at its beginning for those who read it away from its place: the
 * names of whom it answers, and the line that says what a thank-you is for.
 * @param html as `cleanRemoteHtml` gives it; it stays as it is when nothing else is in it
 */
export function answerOnly(html: SafeHtml, isThanks = false): SafeHtml {
  const unnamed = html.replace(NAMES_FIRST, '<p>').replace(/^<p>\s*<\/p>\s*/, '');
  const rest = isThanks ? unnamed.replace(HEADLINE, '') : unnamed;
  return plainText(rest, 1) === '' ? html : (rest as SafeHtml);
}

/** The words of HTML without its tags, entities resolved, on one line. Only its beginning is read, 16 Ki characters or more. */
export function plainText(html: string, max: number): string {
  const spaced = html
    .slice(0, Math.max(16_384, 4 * max))
    .replace(/<\/(p|div|li|h[1-6]|blockquote)>|<br\s*\/?>/gi, ' $&');
  const text = withoutEntities(sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} }));
  return cleanText(text.replace(/\s+/g, ' ').trim(), max);
}

const withoutEntities = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
