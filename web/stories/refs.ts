import type { Actor } from '../../server/domain/actor.ts';
import { type Adaptation, editedAt } from '../../server/domain/adaptation.ts';
import { isQuestion, stateOf } from '../../server/domain/question.ts';
import type { Told } from '../../server/reads/lineage.ts';
import type { Place } from '../../server/reads/place-of.ts';
import type { WorkCard } from '../../server/reads/work-cards.ts';
import type { StoryCardData, TryCardData } from '../kit/card.tsx';
import type { Frame } from '../kit/frame.ts';
import type { PersonRef } from '../kit/person-link.tsx';
import { webUrl } from '../kit/web-url.ts';
import { paths } from '../paths.ts';
import { insideWords } from './inside.tsx';

/** Somebody as pages show them. Pages of people elsewhere are for signed-in readers only. */
export function personRef(frame: Frame, actor: Actor): PersonRef {
  const { name, handle, host, iconUrl } = actor;
  return { name, handle, host, href: personHref(frame, actor), iconUrl };
}

function personHref(frame: Frame, { kind, handle, host, state }: Actor): string | undefined {
  // who is gone has no page: somebody else may answer at their address
  if (host !== null) return frame.viewer && state !== 'gone' ? paths.remotePerson(handle, host) : undefined;
  return kind === 'organization' ? paths.district() : paths.person(handle);
}

/** Where somebody is: the district's name, here and elsewhere; the server of those who are in none that we know. */
export function placeName(frame: Frame, { host }: Pick<Actor, 'host'>): string {
  return host === null ? frame.district.name : (frame.places?.get(host) ?? host);
}

export function workPath(
  work: { id: string; slug: string | null },
  author: Pick<Actor, 'handle' | 'host'>,
): string {
  return author.host === null && work.slug !== null
    ? paths.work(author.handle, work.slug)
    : paths.remoteWork(work.id);
}

/** @param gist leaves the gist out of short lists */
export function storyCard(frame: Frame, card: WorkCard, { gist = true } = {}): StoryCardData {
  return {
    href: workPath(card, card.author),
    title: card.title || frame.say('story.untitled'),
    question: isQuestion(card) ? stateOf(card) : undefined,
    lang: card.lang,
    gist: gist ? gistBelow(card) : undefined,
    author: personRef(frame, card.author),
    place: card.author.host === null ? undefined : placeName(frame, card.author),
    subjects: card.subjects,
    ageMin: card.ageMin,
    ageMax: card.ageMax,
    levelLabel: card.levelLabel,
    words: card.wordCount,
    publishedAt: card.publishedAt,
    tries: card.tries,
  };
}

/** A question's title is the beginning of its text: below it goes on. */
function gistBelow({ title, gist }: WorkCard): string | undefined {
  if (gist === '' || gist === title) return undefined;
  const start = title.replace(/…$/, '');
  return start !== title && gist.startsWith(start) ? `…${gist.slice(start.length)}` : gist;
}

export function tryPath(adaptation: Pick<Adaptation, 'id'>, author: Pick<Actor, 'handle' | 'host'>): string {
  return paths.adaptation(author.handle, adaptation.id, author.host);
}

/** Where a try can be read: those from elsewhere have a page here for signed-in readers only. */
function openTry(frame: Frame, adaptation: Adaptation, author: Actor): string {
  if (author.host === null || frame.viewer) return tryPath(adaptation, author);
  return webUrl(adaptation.url) ?? webUrl(adaptation.uri) ?? '';
}

/** @param of named where the try stands away from what was tried */
export function tryCard(
  frame: Frame,
  { adaptation, author }: Pick<Extract<Told, { kind: 'try' }>, 'adaptation' | 'author'>,
  of?: TryCardData['of'],
): TryCardData {
  return {
    href: openTry(frame, adaptation, author),
    author: personRef(frame, author),
    place: placeName(frame, author),
    ageMin: adaptation.ageMin,
    ageMax: adaptation.ageMax,
    inside: insideWords(frame, { audience: adaptation.audience, author }),
    verdict: adaptation.verdict,
    lang: adaptation.lang,
    changed: adaptation.changed,
    happened: adaptation.happened,
    evidence: adaptation.evidence,
    of,
    publishedAt: adaptation.publishedAt,
    editedAt: editedAt(adaptation),
  };
}

export function placePath(place: Place): string {
  if (place.kind === 'work') return workPath(place, place);
  return place.kind === 'try'
    ? paths.adaptation(place.handle, place.id, place.host)
    : paths.reply(place.handle, place.id, place.host);
}

export function tryAnchor(adaptation: Pick<Adaptation, 'id'>): string {
  return `try-${adaptation.id}`;
}

const SENTENCE = 180;

/** The first sentence of a text, at most 180 characters. */
export function firstSentence(text: string, lang: string): string {
  const [first] = new Intl.Segmenter([lang, 'en'], { granularity: 'sentence' }).segment(text);
  const sentence = first?.segment.trim() ?? '';
  const letters = [...sentence];
  return letters.length > SENTENCE
    ? `${letters
        .slice(0, SENTENCE - 1)
        .join('')
        .trimEnd()}…`
    : sentence;
}
