import type { Actor } from '../../server/domain/actor.ts';
import { fullHandle } from '../../server/domain/actor.ts';
import { hostOf } from '../../server/domain/handle.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import { storyWords } from '../../server/domain/story-words.ts';
import { LICENCE_URLS } from '../../server/domain/vocabulary.ts';
import type { Work } from '../../server/domain/work.ts';
import { escapeHtml } from '../../server/text/markdown.ts';
import { hashtag, PUBLIC, wireTime } from './context.ts';
import { imageObject } from './image.ts';

/** In bytes of JSON: `content` stands again in contentMap and once more in tp:sections, and some inboxes take 64 KiB. */
const CONTENT_MAX = 16_384;
const SECTIONS_MAX = 16_384;
/** What has a longer address is named in `content` without a link, so that the story keeps its room. */
const LINK_MAX = 300;

export interface StoryParts {
  work: Work;
  author: Actor;
  coAuthors: readonly Actor[];
  /** title and address of what it was built on, where known */
  builtOn: readonly { uri: string; title: string | null; url: string | null }[];
  photos: readonly ShownPhoto[];
  origin: string;
  localHost: string;
}

/**
 * A practice story of ours as an `Article`: what is pushed and, but for `@context` and `replies`, what is served.
 * Plain strings for `name` and `summary` (some servers show tags literally), one `attributedTo`, lists always lists.
 */
export function storyObject(parts: StoryParts) {
  const { work, author, origin } = parts;
  const picture = parts.photos[0] ? imageObject(parts.photos[0], origin) : null;
  // what it takes is taken from the text, which stands in it twice
  const room = CONTENT_MAX - Math.ceil(sizeOf(picture) / 2);
  const full = contentHtml(parts);
  const content = sizeOf(full) <= room ? full : shortened(parts, room);
  const mentions = parts.coAuthors.map((actor) => ({
    type: 'Mention',
    name: fullHandle(actor, parts.localHost),
    href: actor.uri,
  }));
  const licence = LICENCE_URLS[work.licence];
  const sections =
    sizeOf(work.sections) <= SECTIONS_MAX
      ? work.sections.map(({ key, markdown }) => ({ key, markdown }))
      : null;
  return {
    id: work.uri,
    type: 'Article',
    attributedTo: author.uri,
    name: work.title,
    summary: work.gist,
    content,
    nameMap: { [work.lang]: work.title },
    summaryMap: { [work.lang]: work.gist },
    contentMap: { [work.lang]: content },
    url: work.url,
    published: wireTime(work.publishedAt ?? work.createdAt),
    ...(work.version > 1 && work.updatedAt ? { updated: wireTime(work.updatedAt) } : {}),
    to: [PUBLIC],
    cc: [author.followers as string, ...parts.coAuthors.map((actor) => actor.uri)],
    tag: [...hashtags(work, origin), ...mentions],
    // with attachments Mastodon shows a gallery in place of the card that leads to the page
    attachment: [],
    ...(picture ? { image: picture } : {}),
    sensitive: false,
    context: `${work.uri}/context`,
    conversation: `${work.uri}/context`,
    ...(work.quotePolicy === 'nobody'
      ? {}
      : {
          interactionPolicy: {
            canQuote: {
              automaticApproval: [work.quotePolicy === 'everyone' ? PUBLIC : (author.followers as string)],
            },
          },
        }),
    ...(licence ? { license: licence } : {}),
    ...(work.builtOn[0] ? { isBasedOn: work.builtOn[0].uri } : {}),
    'tp:kind': work.kind,
    'tp:version': work.version,
    ...(work.changeNote ? { 'tp:changeNote': work.changeNote } : {}),
    ...(sections ? { 'tp:sections': sections } : {}),
    ...(work.gistOther.length > 0 ? { 'tp:gistOther': work.gistOther } : {}),
    'tp:subjects': work.subjects,
    'tp:focus': work.focus,
    ...(work.ageMin !== null && work.ageMax !== null ? { 'tp:ages': `${work.ageMin}-${work.ageMax}` } : {}),
    ...(work.levelLabel ? { 'tp:levelLabel': work.levelLabel } : {}),
    ...(work.classSize ? { 'tp:classSize': work.classSize } : {}),
    ...(work.whyItMatters ? { 'tp:whyItMatters': work.whyItMatters } : {}),
    ...(work.madePossibleBy ? { 'tp:madePossibleBy': work.madePossibleBy } : {}),
    ...(work.lineage.length > 0 ? { 'tp:lineage': work.lineage } : {}),
    'tp:tries': `${work.uri}/tries`,
  };
}

export type StoryObject = ReturnType<typeof storyObject>;

/** Subjects, the how and the author's own tags: found in tag searches elsewhere. At most ten. */
function hashtags(work: Work, origin: string) {
  const seen = new Map(
    [...work.tags, ...work.subjects, ...work.focus].map((key) => [key.replace(/-/g, '').toLowerCase(), key]),
  );
  return [...seen.values()].slice(0, 10).map((key) => hashtag(key, origin));
}

function contentHtml(parts: StoryParts): string {
  return `${parts.work.html}${closing(parts)}`;
}

/** Everything after the prompts, in words: for readers that know none of our terms. */
function closing({ work, builtOn, coAuthors }: StoryParts): string {
  const words = storyWords(work.lang);
  const line = (label: string, html: string) => `<p><strong>${escapeHtml(label)}:</strong> ${html}</p>`;
  const lines: string[] = [];
  if (work.whyItMatters) lines.push(line(words.whyItMatters, escapeHtml(work.whyItMatters)));
  if (work.madePossibleBy) lines.push(line(words.madePossibleBy, escapeHtml(work.madePossibleBy)));
  for (const parent of builtOn) {
    const address = parent.url ?? parent.uri;
    const href = escapeHtml(address);
    const isShort = sizeOf(href) <= LINK_MAX;
    const name = escapeHtml(parent.title ?? (isShort ? address : (hostOf(address) ?? '')));
    lines.push(line(words.builtOn, isShort ? `<a href="${href}">${name}</a>` : name));
  }
  if (coAuthors.length > 0)
    lines.push(`<p>+ ${coAuthors.map((actor) => escapeHtml(actor.name)).join(', ')}</p>`);
  lines.push(`<p>${escapeHtml(words.licence[work.licence])}</p>`);
  return lines.join('');
}

/** Bytes of a value as JSON: quotation marks, backslashes and line ends take two. */
function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** The first part of a very long story, cut between its blocks, and where to read on. */
function shortened(parts: StoryParts, most: number): string {
  const rest = `<p>${escapeHtml(storyWords(parts.work.lang).continued)} <a href="${escapeHtml(parts.work.url ?? parts.work.uri)}">${escapeHtml(parts.work.title)}</a></p>${closing(parts)}`;
  const room = most - sizeOf(rest);
  let kept = '';
  let size = 0;
  for (const piece of blocksOf(parts.work.html)) {
    size += sizeOf(piece);
    if (size > room) break;
    kept += piece;
  }
  return `${kept}${rest}`;
}

/** The outermost blocks of cleaned HTML: cutting between them leaves nothing open. */
function blocksOf(html: string): string[] {
  const blocks: string[] = [];
  let from = 0;
  let depth = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (tag[2] === 'br') continue;
    depth += tag[1] ? -1 : 1;
    if (depth > 0) continue;
    const end = tag.index + tag[0].length;
    blocks.push(html.slice(from, end));
    from = end;
  }
  return blocks;
}
