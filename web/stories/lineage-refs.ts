import type { LineageNode, Told } from '../../server/reads/lineage.ts';
import { answerOnly, plainText } from '../../server/text/remote-html.ts';
import { asStoredSafeHtml } from '../../server/text/safe-html.ts';
import type { StoryCardData, TryCardData } from '../kit/card.tsx';
import type { Frame } from '../kit/frame.ts';
import type { LineageDoor } from '../kit/lineage-strip.tsx';
import { agesText } from '../kit/words.ts';
import { paths } from '../paths.ts';
import { firstSentence, personRef, placeName, tryAnchor, tryPath, workPath } from './refs.ts';

/** Every stop, each after the one that it followed. @param depth 1 for what came from the page's own work */
export function flatLineage(
  nodes: readonly LineageNode[],
  depth = 1,
  after?: LineageNode,
): { node: LineageNode; depth: number; after?: LineageNode }[] {
  return nodes.flatMap((node) => [{ node, depth, after }, ...flatLineage(node.children, depth + 1, node)]);
}

/** Stops as doors. */
export function doorsOf(frame: Frame, nodes: readonly LineageNode[]): LineageDoor[] {
  return flatLineage(nodes).map(({ node, depth, after }) => ({
    ...doorOf(frame, node),
    depth,
    after: after?.told ? nameOf(after.told) : undefined,
  }));
}

function doorOf(frame: Frame, { uri, told, confirmed }: LineageNode): Omit<LineageDoor, 'depth'> {
  if (told === null)
    return { id: uri, who: '', where: '', verdict: null, changed: '', lang: frame.lang, empty: true };
  const { text, lang } = wordsOf(told);
  const thing = thingOf(told);
  return {
    id: thing.id,
    href: `#${toldAnchor(told)}`,
    who: nameOf(told),
    where: placeName(frame, told.author),
    ages: agesText(frame.say, thing.ageMin, thing.ageMax) || undefined,
    verdict: told.kind === 'try' ? told.adaptation.verdict : null,
    story: told.kind === 'work',
    happened: told.kind === 'reply' || (told.kind === 'try' && told.adaptation.changed === ''),
    changed: firstSentence(text, lang),
    lang,
    unconfirmed: !confirmed,
  };
}

export const nameOf = ({ author }: Told): string => author.name || author.handle;

/** The lasting address of what was told. */
export function uriOf(told: Told): string {
  switch (told.kind) {
    case 'try':
      return told.adaptation.uri;
    case 'work':
      return told.work.uri;
    case 'reply':
      return told.reply.uri;
  }
}

/** The id here of what was told. */
export const idOf = (told: Told): string => thingOf(told).id;

/** The thing that was told, with what all kinds have. */
function thingOf(told: Told): { id: string; ageMin: number | null; ageMax: number | null } {
  switch (told.kind) {
    case 'try':
      return told.adaptation;
    case 'work':
      return told.work;
    case 'reply':
      return { id: told.reply.id, ageMin: null, ageMax: null };
  }
}

const EXCERPT = 900;

/** What was changed, or what happened when nothing was; of a reply its words, of a story its gist. */
export function wordsOf(told: Told): { text: string; lang: string } {
  switch (told.kind) {
    case 'try':
      return { text: told.adaptation.changed || told.adaptation.happened, lang: told.adaptation.lang };
    case 'reply':
      return {
        text: plainText(answerOnly(asStoredSafeHtml(told.reply.html)), EXCERPT),
        lang: told.reply.lang,
      };
    case 'work':
      return { text: told.work.gist || told.work.title, lang: told.work.lang };
  }
}

/** Where on its page the card of what was told stands. */
export function toldAnchor(told: Told): string {
  return told.kind === 'try' ? tryAnchor(told.adaptation) : `told-${thingOf(told).id}`;
}

/** The page of what was told; those from elsewhere have one for signed-in readers only. */
export function toldPath(frame: Frame, told: Told): string | undefined {
  const { author } = told;
  if (author.host !== null && !frame.viewer) return undefined;
  switch (told.kind) {
    case 'try':
      return tryPath(told.adaptation, author);
    case 'reply':
      return paths.reply(author.handle, told.reply.id, author.host);
    case 'work':
      return workPath(told.work, author);
  }
}

/** A reply that counts as a try, as a card. */
export function countedCard(frame: Frame, told: Extract<Told, { kind: 'reply' }>): TryCardData {
  const { reply, author } = told;
  return {
    href: toldPath(frame, told) ?? reply.url ?? reply.uri,
    author: personRef(frame, author),
    place: placeName(frame, author),
    ageMin: null,
    ageMax: null,
    verdict: null,
    lang: reply.lang,
    changed: '',
    happened: wordsOf(told).text,
    publishedAt: reply.publishedAt,
  };
}

/** A story that came of it, as a card. */
export function builtCard(frame: Frame, told: Extract<Told, { kind: 'work' }>): StoryCardData {
  const { work, author } = told;
  return {
    href: toldPath(frame, told) ?? work.uri,
    title: work.title || frame.say('story.untitled'),
    lang: work.lang,
    gist: work.gist || undefined,
    author: personRef(frame, author),
    place: placeName(frame, author),
    subjects: work.subjects,
    ageMin: work.ageMin,
    ageMax: work.ageMax,
    levelLabel: work.levelLabel,
    words: work.words,
    publishedAt: work.publishedAt,
  };
}
