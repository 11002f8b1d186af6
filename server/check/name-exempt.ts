import { firstNames } from './first-names.ts';
import { foldedName, foldedWords } from './folded-name.ts';
import { KNOWN_BY_ONE, KNOWN_PEOPLE } from './known-people.ts';
import { KNOWN_WORKS } from './known-works.ts';
import type { RuleLanguage } from './scan.ts';

/** Whose names may stand in a text. All words are folded. */
export interface Exempt {
  /** the author and those whom the author links to or cites: never asked about */
  people: Set<string>;
  /** who stands behind a title somewhere, and so is no student: “President Lincoln” */
  titled: Set<string>;
  /** whom the text is about as history, science or fiction: asked about only when a student is said to bear the name */
  figures: Set<string>;
  /** family names of known people that are no first names: alone they mean them, behind another name they may be anybody’s */
  surnames: ReadonlySet<string>;
  /** all family names of known people: “Professor Hattie” */
  lasts: ReadonlySet<string>;
  /** the text is about several known people: full names in it are theirs rather than students’ */
  manyKnown: boolean;
}

const LETTERS = "[\\p{L}\\p{M}’'-]";
const CAPITALISED = `\\p{Lu}${LETTERS}{1,30}`;
const SEVERAL = `${CAPITALISED}(?:(?: & | and | y | und | et | ja |, | )${CAPITALISED}){0,4}`;
/** At least two words. */
const FULL = `${CAPITALISED}(?: ${CAPITALISED}){1,2}`;
const YEAR = '(?:1[6-9]|20)\\d\\d[a-z]?';
const CITED = [
  new RegExp(
    `\\((?:see |e\\.g\\. |vgl\\. |cf\\. |ver |voir |ks\\. )?(${SEVERAL})(?: et al\\.?)?,? ${YEAR}[^()]{0,60}\\)`,
    'gu',
  ),
  new RegExp(`(${SEVERAL})(?: et al\\.?)?(?:['’]s)? \\(${YEAR}[^()]{0,30}\\)`, 'gu'),
  new RegExp(
    `(${CAPITALISED})(?:['’]s?)? (?:taxonomy|principles|theory|hierarchy|stages|law|laws|theorem|equation|typology|pyramid|mindset)\\b`,
    'gu',
  ),
  new RegExp(`(?:taxonomía|teoría|principios|pirámide|ley|leyes|teorema) de (${CAPITALISED})`, 'gu'),
  new RegExp(
    `(?:taxonomie|théorie|principes|pyramide|loi|lois|théorème) (?:de |d['’])(${CAPITALISED})`,
    'gu',
  ),
  new RegExp(`(?:Taxonomie|Theorie|Prinzipien|Gesetz|Satz|Pyramide) (?:von|nach|des) (${CAPITALISED})`, 'gu'),
  new RegExp(`(${CAPITALISED}) et al\\b`, 'gu'),
  new RegExp(
    `(?<!\\p{L})[Aa]s (${FULL}(?:(?: and |, )${FULL}){0,2}) (?:writes?|argues?|puts?|reminds?|notes?|shows?|suggests?|explains?|says?)(?!\\p{L})`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})[Cc]omo (?:dice|decía|escribe|señala|explica|recuerda|propone) (${FULL})`, 'gu'),
  new RegExp(
    `(?<!\\p{L})[Cc]omme (?:le |l['’])?(?:dit|disait|écrit|rappelle|explique|propose) (${FULL})`,
    'gu',
  ),
  new RegExp(`(?<!\\p{L})[Ww]ie (${FULL}) (?:schreibt|sagt|sagte|meint|zeigt|betont|schrieb)`, 'gu'),
  new RegExp(`(?<!\\p{L})[Kk]uten (${FULL}) (?:kirjoittaa|sanoo|toteaa|muistuttaa|on todennut)`, 'gu'),
  new RegExp(
    `(?<!\\p{L})(${CAPITALISED}) (?:I{2,3}|I?V|VI{1,3}|I?X|XI{1,3}|XI?V|XVI{0,3}|the (?:Great|First|Second|Third)|der Große|le Grand|el Grande|I(?=[,.;)]| and | of ))(?!\\p{L})`,
    'gu',
  ),
  new RegExp(
    `(?:^|\\n|[.!?] )(?:By|Photos?(?: by)?:?|Von|Foto:?|Fotos:?|Por|Par|Photo :|Kuvat?:|Teksti:|Text(?:o|e)?:) (${FULL})`,
    'gu',
  ),
];
const ACCORDING_TO = new RegExp(
  `(?<!\\p{L})(?:[Aa]ccording to|[Nn]ach|[Ll]aut|[Ss]elon|[Ss]egún|[Dd]['’]après|[Ff]ollowing|[Ll]ike) (${CAPITALISED})(?:(?: and | y | et | und )(${CAPITALISED}))?`,
  'gu',
);
const TITLES =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Coach|Principal|President|Senator|Governor|Mayor|General|King|Queen|Prince|Princess|Emperor|Empress|Pope|Saint|St|Lord|Lady|Sir|Captain|Judge|Justice|Reverend|Señora?|Sra?|Don|Doña|Presidente|Rey|Reina|Papa|San|Santa|Frau|Herr|Herrn|König|Königin|Kaiser|Papst|Sankt|Mme|Madame|Monsieur|Mlle|Roi|Reine|Président|Pape|Sainte|Kuningas|Kuningatar|Presidentti|Rouva|Herra';
const TITLED = new RegExp(`(?<!\\p{L})(?:${TITLES})\\.? (${CAPITALISED}(?: ${CAPITALISED}){0,2})`, 'gu');
const LINKED = new RegExp(`\\[(${CAPITALISED}(?:[ .]{1,2}${CAPITALISED}){0,3})\\]\\([^)\\n]{1,500}\\)`, 'gu');
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

/**
 * @param text Markdown
 * @param authors names that may stand in it
 */
export function exemptNames(text: string, authors: readonly string[], language: RuleLanguage): Exempt {
  byOne ??= foldedWords(KNOWN_BY_ONE);
  const people = foldedWords(authors.join(' '));
  const titled = new Set<string>();
  for (const pattern of CITED) for (const match of text.matchAll(pattern)) addNames(people, match[1]);
  for (const [, one = '', other] of text.matchAll(ACCORDING_TO)) {
    for (const name of [one, other ?? ''])
      if (knownPeople().lasts.has(foldedName(name))) people.add(foldedName(name));
  }
  for (const match of text.matchAll(TITLED)) addNames(titled, match[1]);
  for (const match of text.matchAll(LINKED)) addNames(people, match[1]);
  const figures = new Set(byOne);
  const seen = new Set<string>();
  const flat = ` ${foldedName(text).replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `.replace(/['’]s /g, ' ');
  const words = new Set(flat.split(' '));
  for (const word of words) {
    if (byOne.has(word) || knownPeople().surnames.has(word)) seen.add(word);
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
      addNames(figures, italic ?? quoted);
  }
  return {
    people,
    titled,
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

function addNames(names: Set<string>, found: string | undefined): void {
  for (const word of (found ?? '').split(/[\s,&.]+/))
    if (/^\p{Lu}/u.test(word)) names.add(foldedName(word.replace(/['’]s?$/, '')));
}
