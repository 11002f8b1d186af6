import { firstNames } from './first-names.ts';
import { foldedName, foldedWords } from './folded-name.ts';
import { KNOWN_BY_ONE, KNOWN_PEOPLE } from './known-people.ts';
import { KNOWN_WORKS } from './known-works.ts';
import type { Place } from './markdown-table.ts';
import { citedIn } from './name-cited.ts';
import type { RuleLanguage } from './scan.ts';

/** Whose names may stand in a text. All words are folded. */
export interface Exempt {
  /** the author, those whom the author links to, and family names of those who are cited: never asked about */
  people: Set<string>;
  /** who stands behind a title somewhere, and so is no student: “President Lincoln” */
  titled: Set<string>;
  /** whole names that may stand where they stand: of a byline, behind a title, in a citation */
  passages: readonly Place[];
  /** whom the text is about as history, science or fiction: asked about only when a student is said to bear the name */
  figures: Set<string>;
  /** family names of known people that are no first names: alone they mean them, behind another name they may be anybody’s */
  surnames: ReadonlySet<string>;
  /** all family names of known people: “Professor Hattie” */
  lasts: ReadonlySet<string>;
  /** the text is about several known people: full names in it are theirs rather than students’ */
  manyKnown: boolean;
}

/** A title in italics or in quotation marks. */
const TITLE = /(?<![*_\p{L}])[*_]([^*_\n]{2,80})[*_](?![*_\p{L}])|[“«„"]([^“”«»"\n]{3,70})[”»“"]/gu;
const BOOKISH =
  /book|novel|read|play|film|movie|story|stories|chapter|poem|author|song|libro|novela|leí|leer|leím|cuento|obra|película|capítulo|poema|buch|roman|lesen|lasen|gelesen|film|stück|gedicht|erzählung|livre|lire|lu |lecture|pièce|album|conte|film|poème|kirja|romaani|luimme|luki|lue|elokuva|runo|satu|näytelmä/i;
const PERSON_AFTER = /^[^\p{L}]{0,3}(?:said|dijo|sanoi|sagte|dit)/u;

interface Known {
  people: ReadonlyMap<string, string[]>;
  /** family names that are no first names: “Shakespeare” */
  surnames: ReadonlySet<string>;
  /** all family names: “Hattie” */
  lasts: ReadonlySet<string>;
}

let known: Known | null = null;
let byOne: ReadonlySet<string> | null = null;

/** Known people by the first word of their names: whole names, folded. */
function knownPeople(): Known {
  if (known) return known;
  const made = new Map<string, string[]>();
  const surnames = new Set<string>();
  const lasts = new Set<string>();
  for (const name of KNOWN_PEOPLE.split(',')) {
    const whole = foldedName(name).trim().replace(/\s+/g, ' ');
    const [first, ...rest] = whole.split(' ') as [string, ...string[]];
    made.set(first, [...(made.get(first) ?? []), whole]);
    const last = rest.at(-1);
    if (last && !firstNames().has(last)) surnames.add(last);
    if (last) lasts.add(last);
  }
  known = { people: made, surnames, lasts };
  return known;
}

/** “Hattie”, “John Hattie”: not “Keisha Brown”, though there is a known Brown, nor “Jordan”. */
function isSomebody(words: readonly string[]): boolean {
  const [first = '', ...rest] = words;
  if (rest.length > 0) return knownPeople().people.get(first)?.includes(words.join(' ')) ?? false;
  return knownPeople().lasts.has(first) && !firstNames().has(first);
}

/**
 * @param text Markdown
 * @param authors names that may stand in it
 */
export function exemptNames(text: string, authors: readonly string[], language: RuleLanguage): Exempt {
  byOne ??= foldedWords(KNOWN_BY_ONE);
  const people = foldedWords(authors.join(' '));
  const titled = new Set<string>();
  const passages: Place[] = [];
  // a first name is somebody's here and may be a student's there: only family names hold for the whole text
  const isFamilyName = (word: string) => !firstNames().has(word);
  for (const { name, place, as } of citedIn(text)) {
    const folded = nameWords(name);
    const isKnown =
      as === 'scholar' ? folded.some((word) => knownPeople().lasts.has(word)) : isSomebody(folded);
    if (as === 'linked') for (const word of folded) people.add(word);
    else if (as === 'ruler') for (const word of folded) titled.add(word);
    else if (!(as === 'known' || as === 'scholar') || isKnown) {
      passages.push(place);
      if (as !== 'byline')
        for (const word of folded.filter(isFamilyName)) (as === 'titled' ? titled : people).add(word);
    }
  }
  const figures = new Set(byOne);
  const seen = new Set<string>();
  const flat = ` ${foldedName(text).replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `.replace(/['’]s /g, ' ');
  const words = new Set(flat.split(' '));
  // not “nadie”, which is a family name too, nor the García of a student
  for (const [, before = '', word = ''] of text.matchAll(
    /(?:(\p{Lu}[\p{L}\p{M}’'-]{1,30}) )?(?<![\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}’-]{1,30})/gu,
  )) {
    const [one = '', first = ''] = nameWords(`${word} ${before}`);
    const isKnown = byOne.has(one) || (knownPeople().surnames.has(one) && !firstNames().has(first));
    if (isKnown || (first !== '' && isSomebody([first, one]))) seen.add(one);
  }
  for (const word of words) {
    for (const whole of knownPeople().people.get(word) ?? []) {
      if (flat.includes(` ${whole} `) || (language === 'fi' && flat.includes(` ${finnishStem(whole)}`)))
        for (const part of whole.split(' ')) if (part.length > 2) figures.add(part);
    }
  }
  for (const { title, people: characters } of KNOWN_WORKS) {
    if (title.test(text)) for (const name of foldedWords(characters)) figures.add(name);
  }
  for (const match of text.matchAll(TITLE)) {
    const [whole, italic, quoted] = match;
    const around =
      text.slice(Math.max(0, match.index - 60), match.index) +
      text.slice(match.index + whole.length, match.index + whole.length + 40);
    if (PERSON_AFTER.test(text.slice(match.index + whole.length, match.index + whole.length + 12))) continue;
    if (isTitle(italic ?? quoted ?? '', italic !== undefined, BOOKISH.test(around)))
      for (const word of nameWords(italic ?? quoted)) figures.add(word);
  }
  return {
    people,
    titled,
    passages,
    figures,
    surnames: knownPeople().surnames,
    lasts: knownPeople().lasts,
    manyKnown: seen.size > 1,
  };
}

/** “aleksis kiv” for “Aleksis Kiven”, “urho kekko” for “Urho Kekkosen”. */
function finnishStem(whole: string): string {
  const last = whole.split(' ').at(-1) as string;
  return whole.slice(0, whole.length - last.length + Math.max(3, last.length - 3));
}

/** Two or more words most of which have a capital; in italics or near a word of reading one word is enough. */
function isTitle(words: string, italic: boolean, bookish: boolean): boolean {
  if (!/^\p{Lu}/u.test(words) || /[.!?]$/.test(words)) return false;
  const long = words.split(/\s+/).filter((word) => word.length > 3 || /^\p{Lu}/u.test(word));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length >= 2 ? capitals / long.length > 0.6 && (italic || bookish) : italic && bookish;
}

/** The words with a capital, folded. */
function nameWords(found: string | undefined): string[] {
  const words = (found ?? '').split(/[\s,&.]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.map((word) => foldedName(word.replace(/['’]s?$/, '')));
}
