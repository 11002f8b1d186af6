import sanitizeHtml from 'sanitize-html';
import type { Json } from './peer-actor.ts';

/**
 * What Mastodon makes of the text of an object: status_parser.rb, text_formatter.rb and sanitize_config.rb as they
 * are described in the federation contract (1.1 and 1.3).
 */

export const SUPPORTED = ['Note', 'Question'];
export const CONVERTED = ['Image', 'Audio', 'Video', 'Article', 'Page', 'Event'];

/** A plain value wins over its map; of a map the first value is taken. */
function textOf(object: Json, name: string): string | null {
  if (typeof object[name] === 'string' && object[name] !== '') return object[name];
  const first = Object.values(object[`${name}Map`] ?? {})[0];
  return typeof first === 'string' && first !== '' ? first : null;
}

/** A string, the first of a list, or the `href` of a Link with a key that nobody writes. */
export function urlToHref(value: unknown): string | null {
  const list = Array.isArray(value) ? value : [value];
  const single =
    typeof list[0] === 'string' || list.length < 2
      ? list[0]
      : (list.find((link) => (link as Json)?.mimeType === 'text/html') ?? list[0]);
  return typeof single === 'string' ? single : ((single as Json | undefined)?.href ?? null);
}

/** The language: the first key of the first map there is. */
export function languageOf(object: Json): string | null {
  for (const name of ['contentMap', 'nameMap', 'summaryMap']) {
    const key = Object.keys(object[name] ?? {})[0];
    if (key) return key;
  }
  return null;
}

export interface StatusText {
  html: string;
  /** what the text is folded behind */
  spoiler: string;
}

/** An Article shows its title, its teaser and a link, never its body; a Note its content. */
export function statusText(object: Json): StatusText {
  if (!CONVERTED.includes(object.type))
    return { html: sanitise(textOf(object, 'content') ?? ''), spoiler: textOf(object, 'summary') ?? '' };
  const name = textOf(object, 'name');
  const parts = [
    name && `<h2>${name}</h2>`,
    textOf(object, 'summary'),
    linkify(urlToHref(object.url) ?? object.id),
  ];
  return { html: sanitise(parts.filter(Boolean).join('\n\n')), spoiler: '' };
}

function linkify(url: string): string {
  const prefix = /^https?:\/\/(www\.)?/.exec(url)?.[0] ?? '';
  const [shown, rest] = [url.slice(prefix.length, prefix.length + 30), url.slice(prefix.length + 30)];
  return `<a href="${url}" target="_blank" rel="nofollow noopener"><span class="invisible">${prefix}</span><span class="${rest ? 'ellipsis' : ''}">${shown}</span><span class="invisible">${rest}</span></a>`;
}

const CLASSES = [/^[hpudte]-/, /^dt-/, 'mention', 'hashtag', 'ellipsis', 'invisible', 'quote-inline'];
const SCHEMES = ['http', 'https', 'dat', 'dweb', 'ipfs', 'ipns', 'ssb', 'gopher', 'xmpp', 'magnet', 'gemini'];

/** The allow list of Mastodon: headings become bold paragraphs, pictures and tables lose their tags. */
export function sanitise(html: string): string {
  const flat = html.replace(/<h[1-6](?:\s[^>]*)?>/gi, '<p><strong>').replace(/<\/h[1-6]>/gi, '</strong></p>');
  return sanitizeHtml(flat, {
    allowedTags: 'p br span a del s pre blockquote code b strong u i em ul ol li ruby rt rp'.split(' '),
    allowedAttributes: {
      '*': ['lang'],
      a: ['href', 'rel', 'class', 'translate', 'target'],
      span: ['class', 'translate'],
      ol: ['start', 'reversed'],
      li: ['value'],
      p: ['class'],
    },
    allowedClasses: { a: CLASSES, span: CLASSES, p: CLASSES },
    allowedSchemes: SCHEMES,
    transformTags: {
      a: (tagName, attribs) => ({
        tagName: SCHEMES.some((scheme) => attribs.href?.startsWith(`${scheme}:`)) ? tagName : 'span',
        attribs: { ...attribs, rel: 'nofollow noopener', target: '_blank' },
      }),
    },
  });
}

/** The lines of text that somebody reads, hidden parts of links left out as the style sheet does. */
export function linesOf(html: string): string[] {
  return html
    .replace(/<span class="invisible">[^<]*<\/span>/g, '')
    .replace(/<span class="ellipsis">([^<]*)<\/span>/g, '$1…')
    .replace(/<\/(p|li|blockquote|pre)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
