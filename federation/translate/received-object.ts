import { cappedLineage } from '../../server/domain/lineage.ts';
import { questionGist, questionTitle } from '../../server/domain/question.ts';
import type { Received, ReceivedNote, ReceivedTry, ReceivedWork } from '../../server/domain/received.ts';
import { THANKS } from '../../server/domain/reply.ts';
import { cleanLine, LIMITS } from '../../server/domain/text-limits.ts';
import {
  CALL_STATES,
  CLASS_SIZES,
  FOCUSES,
  KINDS,
  LICENCE_URLS,
  type Licence,
  STORY_PROMPTS,
  SUBJECTS,
  VERDICTS,
} from '../../server/domain/vocabulary.ts';
import type { GistOther, Section } from '../../server/domain/work.ts';
import { plainText } from '../../server/text/remote-html.ts';
import { receivedEvidence } from './evidence.ts';
import { thanksLead } from './note.ts';
import { answeredBy, isThanks, isTry, wireThread } from './thread.ts';
import {
  agesOf,
  authorOf,
  idOf,
  idsOf,
  isPublic,
  knownWords,
  langOf,
  listOf,
  namesPublic,
  ownLine,
  ownList,
  ownText,
  textOf,
  timeOf,
  urlOf,
} from './wire.ts';

type Json = Record<string, unknown>;

const WORK_TYPES = new Set(['Article', 'Page']);
const NOTE_TYPES = new Set(['Note', 'Question']);
/** what an Article can be */
const WORK_KINDS = KINDS.filter((kind) => kind !== 'call');

/**
 * Reads an object as another server sent or served it: a work, a try, or a short post.
 * Our own terms are taken where they fit their caps and left out where they do not; the plain object remains.
 * @returns null when it is of another type, or lacks an id or an author
 */
export function receivedObject(json: unknown, now: Date): Received | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const object = json as Json;
  const uri = idOf(object);
  const authorUri = authorOf(object);
  if (!uri || !authorUri || typeof object.type !== 'string') return null;
  const isWork = WORK_TYPES.has(object.type);
  if (!isWork && !NOTE_TYPES.has(object.type)) return null;
  const published = timeOf(object.published, now) ?? now;
  const common = {
    uri,
    authorUri,
    url: urlOf(object.url),
    lang: langOf(object),
    contentHtml: textOf(object, 'content', LIMITS.remoteHtml),
    publishedAt: published,
    updatedAt: timeOf(object.updated, now),
    lineage: cappedLineage(
      idsOf(object['tp:lineage'], LIMITS.remoteArray).filter((id) => id !== uri),
      LIMITS.lineage,
    ),
    isPublic: isPublic(object),
    thread: wireThread(object),
    raw: object,
  };
  if (isWork) return work(object, common);
  return attempt(object, common) ?? call(object, common) ?? note(object, common);
}

type Common = Omit<ReceivedNote, 'type' | 'inReplyTo' | 'mentions'>;

function work(object: Json, common: Common): ReceivedWork {
  const kind = WORK_KINDS.find((one) => one === object['tp:kind']) ?? 'article';
  const summary = plainText(textOf(object, 'summary', LIMITS.remoteSummary), LIMITS.remoteSummary);
  const title = plainTitle(textOf(object, 'name', LIMITS.remoteTitle)) || plainText(common.contentHtml, 80);
  const parent = idOf(object.isBasedOn);
  const subjects = knownWords(object['tp:subjects'], SUBJECTS, 3);
  const focus = knownWords(object['tp:focus'], FOCUSES, 5);
  return {
    type: 'work',
    ...common,
    kind,
    title,
    gist: summary || plainText(common.contentHtml, LIMITS.gist) || title,
    gistOther: gists(object['tp:gistOther']),
    sections: kind === 'article' ? [] : sections(object['tp:sections']),
    subjects,
    focus,
    tags: hashtags(object.tag, [...subjects, ...focus]),
    ...agesOf(object['tp:ages']),
    levelLabel: ownLine(object, 'tp:levelLabel', LIMITS.levelLabel),
    classSize: CLASS_SIZES.find((size) => size === object['tp:classSize']) ?? null,
    whyItMatters: ownLine(object, 'tp:whyItMatters', LIMITS.whyItMatters),
    madePossibleBy: ownLine(object, 'tp:madePossibleBy', LIMITS.madePossibleBy),
    licence: licence(object.license),
    builtOn: parent && parent !== common.uri ? [{ uri: parent }] : [],
    version:
      typeof object['tp:version'] === 'number' &&
      Number.isInteger(object['tp:version']) &&
      object['tp:version'] > 0
        ? Math.min(object['tp:version'], 1_000_000)
        : 1,
    changeNote: ownLine(object, 'tp:changeNote', 200),
    photos: photosOf(object),
    searchable: object.searchableBy == null ? null : namesPublic(object.searchableBy),
  };
}

/** How many photos came with it. They are not fetched: the page of a work from elsewhere leads to its original. */
export function photosOf(object: Json): number {
  const isPhoto = ({ type, mediaType }: Json) =>
    type === 'Image' ||
    (type === 'Document' && typeof mediaType === 'string' && mediaType.startsWith('image/'));
  const addresses = [...ownList(object.attachment, LIMITS.remotePhotos), ...ownList(object.image, 1)]
    .filter(isPhoto)
    .flatMap(({ url }) => urlOf(url) ?? []);
  return new Set(addresses).size;
}

/** A title is text; some servers escape it, and none of it is markup here. */
function plainTitle(text: string): string {
  return cleanLine(/[<&]/.test(text) ? plainText(text, LIMITS.remoteTitle) : text, LIMITS.remoteTitle);
}

/** A try in our terms: it must say what it tried and what happened. */
function attempt(object: Json, common: Common): ReceivedTry | null {
  if (!isTry(object)) return null;
  const ofUri = answeredBy(object);
  const happened = ownText(object, 'tp:happened', LIMITS.tryHappened);
  if (!ofUri || ofUri === common.uri || happened === '') return null;
  return {
    type: 'try',
    ...common,
    ofUri,
    happened,
    context: ownText(object, 'tp:context', LIMITS.tryContext),
    changed: ownText(object, 'tp:changed', LIMITS.tryChanged),
    kept: ownText(object, 'tp:kept', LIMITS.tryKept),
    verdict: VERDICTS.find((verdict) => verdict === object['tp:verdict']) ?? null,
    tip: ownText(object, 'tp:tip', LIMITS.tryTip),
    evidence: receivedEvidence(object['tp:evidence']),
    gistOther: gists(object['tp:gistOther']),
    subjects: knownWords(object['tp:subjects'], SUBJECTS, 3),
    ...agesOf(object['tp:ages']),
  };
}

/** An open question in our terms: it says something, and begins a conversation. */
function call(object: Json, common: Common): ReceivedWork | null {
  const isCall = object['tp:kind'] === 'call' && object.type === 'Note' && object.inReplyTo == null;
  const words = isCall ? plainText(common.contentHtml, LIMITS.section) : '';
  if (words === '') return null;
  return {
    ...work(object, common),
    kind: 'call',
    callState: CALL_STATES.find((state) => state === object['tp:state']) ?? 'open',
    title: questionTitle(words),
    gist: questionGist(words),
    sections: [],
  };
}

function note(object: Json, common: Common): ReceivedNote {
  const mentions = ownList(object.tag, LIMITS.remoteArray)
    .filter((tag) => tag.type === 'Mention')
    .flatMap((tag) => idOf(tag.href) ?? [])
    .slice(0, LIMITS.remoteMentions);
  const thanks = isThanks(object) ? THANKS.find((reason) => reason === object['tp:reason']) : undefined;
  return {
    type: 'note',
    ...common,
    inReplyTo: idOf(object.inReplyTo),
    mentions,
    ...(thanks
      ? { thanks, besideThanksHtml: common.contentHtml.replace(thanksLead(thanks, common.lang), '') }
      : {}),
  };
}

function sections(value: unknown): Section[] {
  const keys = new Set<string>([...STORY_PROMPTS, 'free']);
  return ownList(value, 12).flatMap((item) =>
    // each prompt once
    typeof item.key === 'string' && typeof item.markdown === 'string' && keys.delete(item.key)
      ? [{ key: item.key, markdown: ownText(item, 'markdown', LIMITS.section) }]
      : [],
  );
}

function gists(value: unknown): GistOther[] {
  return ownList(value, 5).flatMap((item) => {
    const lang = typeof item.lang === 'string' && item.lang.length <= 20 ? item.lang : '';
    const text = ownLine(item, 'text', LIMITS.gist);
    return lang && text ? [{ lang, text }] : [];
  });
}

/** @param told subjects and focus: they travel as hashtags too, and are no tags of the author's own */
export function hashtags(value: unknown, told: readonly string[] = []): string[] {
  const keys = new Set(told.map(plainKey));
  return ownList(value, LIMITS.remoteArray)
    .filter((tag) => tag.type === 'Hashtag' && typeof tag.name === 'string')
    .map((tag) => cleanLine(String(tag.name), LIMITS.tag + 1).replace(/^#/, ''))
    .filter((name) => name !== '' && !keys.has(plainKey(name)))
    .slice(0, LIMITS.remoteTags);
}

const plainKey = (name: string): string => name.replaceAll('-', '').toLowerCase();

function licence(value: unknown): Licence {
  const url = idOf(value) ?? (listOf(value, 1)[0] as string | undefined);
  const found = Object.entries(LICENCE_URLS).find(([, address]) => address !== null && address === url);
  return (found?.[0] as Licence | undefined) ?? 'read-only';
}
