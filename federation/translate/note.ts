import { type Actor, fullHandle } from '../../server/domain/actor.ts';
import type { Adaptation } from '../../server/domain/adaptation.ts';
import type { Reply, Thanks } from '../../server/domain/reply.ts';
import { thanksWords } from '../../server/domain/thanks-words.ts';
import { escapeHtml } from '../../server/text/markdown.ts';
import { PUBLIC, wireTime } from './context.ts';
import { evidenceJson } from './evidence.ts';

export interface NoteParts {
  author: Actor;
  /** whom it answers, first the author of what it replies to */
  mentioned: readonly Actor[];
  /** how it names its conversation: as what it answers does */
  thread: { context: string | null; conversation: string | null };
  localHost: string;
}

/**
 * A try of ours as a `Note` that replies to what was tried: a reply with its full text for everybody, and our terms
 * for those who know them.
 */
export function tryObject(adaptation: Adaptation, parts: NoteParts) {
  const content = `${mentionHtml(parts)}${adaptation.html}`;
  return {
    ...note(adaptation, content, adaptation.ofUri, parts),
    ...(adaptation.version > 1 && adaptation.updatedAt ? { updated: wireTime(adaptation.updatedAt) } : {}),
    isBasedOn: adaptation.ofUri,
    'tp:kind': 'adaptation',
    'tp:version': adaptation.version,
    ...(adaptation.context ? { 'tp:context': adaptation.context } : {}),
    ...(adaptation.changed ? { 'tp:changed': adaptation.changed } : {}),
    ...(adaptation.kept ? { 'tp:kept': adaptation.kept } : {}),
    'tp:happened': adaptation.happened,
    ...(adaptation.verdict ? { 'tp:verdict': adaptation.verdict } : {}),
    ...(adaptation.tip ? { 'tp:tip': adaptation.tip } : {}),
    ...(adaptation.evidence.length > 0 ? { 'tp:evidence': adaptation.evidence.map(evidenceJson) } : {}),
    ...(adaptation.gistOther.length > 0 ? { 'tp:gistOther': adaptation.gistOther } : {}),
    ...(adaptation.subjects.length > 0 ? { 'tp:subjects': adaptation.subjects } : {}),
    ...(adaptation.ageMin !== null && adaptation.ageMax !== null
      ? { 'tp:ages': `${adaptation.ageMin}-${adaptation.ageMax}` }
      : {}),
    'tp:lineage': adaptation.lineage,
    'tp:tries': `${adaptation.uri}/tries`,
  };
}

/** A reply of ours as a `Note`. A thank-you says what for, in words for everybody and in our terms. */
export function replyObject(reply: Reply, parts: NoteParts) {
  const { thanks } = reply;
  const lead = thanks ? thanksLead(thanks, reply.lang) : '';
  return {
    ...note(reply, `${mentionHtml(parts)}${lead}${reply.html}`, reply.inReplyTo, parts),
    ...(thanks ? { 'tp:kind': 'thanks', 'tp:reason': thanks } : {}),
  };
}

/** What a thank-you is for, in words for those who do not know our terms. */
export function thanksLead(thanks: Thanks, lang: string): string {
  return `<p><strong>${escapeHtml(thanksWords(lang)[thanks])}</strong></p>`;
}

function note(
  thing: { uri: string; url: string | null; lang: string; publishedAt: Date | null },
  content: string,
  inReplyTo: string,
  parts: NoteParts,
) {
  const { context, conversation } = parts.thread;
  return {
    id: thing.uri,
    type: 'Note',
    attributedTo: parts.author.uri,
    content,
    contentMap: { [thing.lang]: content },
    inReplyTo,
    url: thing.url,
    published: wireTime(thing.publishedAt ?? new Date(0)),
    to: [PUBLIC],
    cc: [parts.author.followers as string, ...parts.mentioned.map((actor) => actor.uri)],
    tag: parts.mentioned.map((actor) => ({
      type: 'Mention',
      name: fullHandle(actor, parts.localHost),
      href: actor.uri,
    })),
    attachment: [],
    sensitive: false,
    ...(context === null ? {} : { context }),
    ...(conversation === null ? {} : { conversation }),
  };
}

/** The first mention as servers write it; the others stand in `tag` alone. */
function mentionHtml({ mentioned }: NoteParts): string {
  const first = mentioned[0];
  if (!first) return '';
  return `<p><span class="h-card"><a href="${escapeHtml(first.url ?? first.uri)}" class="u-url mention">@<span>${escapeHtml(first.handle)}</span></a></span></p>`;
}
