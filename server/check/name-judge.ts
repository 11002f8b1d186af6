import { foldedName } from './folded-name.ts';
import {
  actsLikePerson,
  behind,
  belongsTo,
  countries,
  fold,
  namesThing,
  nearStudent,
  run,
  type Scene,
  saidToBeStudent,
  sentenceAround,
  spokeUp,
  standsForPlace,
  titled,
  whoBehind,
} from './name-contexts.ts';
import type { Exempt } from './name-exempt.ts';
import type { Looked } from './name-look.ts';
import type { Token } from './name-tokens.ts';
import { finnishForms } from './names-finnish.ts';
import type { RuleLanguage } from './scan.ts';

const BEFORE_PLACES = new Set(['de', 'd', 'des', 'du', 'del', 'of']);
const MINE = /^(?:my|our|mi|nuestr[oa]|mon|ma|notre|mein|meine|meiner|meinem|unser|unsere|unserer)$/;
/** The teacher’s own people; of others’ the check asks. */
const FAMILY = new Set(
  'daughter son brother sister mother father friend wife husband nephew niece hijo hija hermano hermana madre padre amigo amiga companera companero sobrino sobrina fils fille frere soeur mere pere ami amie neveu niece sohn tochter bruder schwester mutter vater freund freundin neffe nichte veljeni siskoni poikani tyttareni aitini isani ystavani'.split(
    ' ',
  ),
);
/** Where adults come from: “Karen from the maths department”. */
const OFFICES = new Set(
  'department office library district board staff faculty university college departamento biblioteca universidad schulamt bibliothek universitat fachschaft kollegium departement bibliotheque universite rectorat'.split(
    ' ',
  ),
);
const PRODUCTS = new Set(
  'alexa siri cortana kahoot canva desmos moodle padlet python java scratch python gemini watson'.split(' '),
);
const NOT_ONLY_PEOPLE = /^(?:answers|asks|helps|points|wonders|works|reads|raises|shows|needs|helped|came)$/;
const TEXTBOOK =
  /textbook|libro de texto|Lehrbuch|Schulbuch|manuel|lukukirja|oppikirja|课本|教材|word problem|problem(?:a|e|s)? (?:about|de|sur)/iu;
const HAS_SO_MANY =
  /^\s{1,2}(?:has|had|buys|bought|eats|ate|sells|sold|owns|drives|runs|walks|needs|weighs|earns|saves|fährt|läuft|corre|camina|court|marche|juoksee|tiene|tenía|compra|compró|vende|hat|kauft|isst|a|achète|mange|avait|on ostanut|on|ostaa|syö)\s{1,2}(?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|dos|tres|cuatro|cinco|seis|ocho|diez|doce|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|deux|trois|quatre|cinq|six|huit|dix|douze|kaksi|kolme|neljä|viisi)/iu;

/** The rules in order: whom we know of first, then what the words around say, then the lists. */
export function isName(
  scene: Scene,
  i: number,
  { kind, key }: Looked,
  exempt: Exempt,
  small: ReadonlySet<string>,
  language: RuleLanguage,
): boolean {
  const { tokens, words, text } = scene;
  const token = tokens[i] as Token;
  if (token.text.length < 2 || !(token.nameLike || token.shouted)) return false;
  if (token.shouted && !(kind === 'name' && token.text.length > 3 && isSpeaker(scene, i))) return false;
  if (exempt.people.has(key) || exempt.titled.has(key) || mayStand(token, exempt)) return false;
  if (!kind.endsWith('place') && words.notNames.has(fold(token))) return false;
  const student =
    kind !== 'unknown' || !token.first
      ? saidToBeStudent(scene, i, kind === 'name' || (kind !== 'unknown' && !words.nounsHaveCapitals))
      : false;
  const [from, to] = run(scene, i);
  if (behind(scene, i, words.titles) || titled(scene, i) || namesThing(scene, from, to)) return false;
  if (student) return kind !== 'word' || language !== 'de' || !token.first;
  if (
    PRODUCTS.has(key) ||
    isCountry(key, language) ||
    exempt.figures.has(key) ||
    adultBefore(scene, i) ||
    behind(scene, i, words.figures)
  )
    return false;
  for (let j = from; j <= to; j++) if (j !== i && exempt.figures.has(fold(tokens[j]))) return false;
  if (adultBehind(scene, i)) return false;
  if (kind === 'unknown' && exempt.surnames.has(key)) return false;
  if (kind === 'unknown') return unknownActs(scene, i, small, language);
  if (
    HAS_SO_MANY.test(text.slice(token.end, token.end + 30)) &&
    /\?|problem|aufgabe|tehtäv/iu.test(text.slice(token.end, token.end + 300))
  )
    return false;
  const sentence = sentenceAround(scene, i);
  if (TEXTBOOK.test(sentence)) return false;
  const neighbours = to > from;
  if (neighbours && !nearStudent(scene, i, 6)) {
    if (words.citing.test(sentence)) return false;
    if (exempt.manyKnown && !actsLikePerson(scene, to, true)) return false;
  }
  switch (kind) {
    case 'name':
      return !(fold(tokens[i - 1]) === 'the' && spaced(token));
    case 'place':
      return (
        actsLikePerson(scene, i, false) && !standsForPlace(scene, i) && !behind(scene, i, words.articles)
      );
    case 'also-place':
      if (standsForPlace(scene, i)) return false;
      return token.first ? actsLikePerson(scene, i, true) : !behind(scene, i, words.articles) && !neighbours;
    default:
      return wordIsName(scene, i, neighbours, small);
  }
}

/** A country, in any of the languages; in Finnish with an ending. */
export function isCountry(key: string, language: RuleLanguage): boolean {
  if (countries.has(key)) return true;
  return language === 'fi' && finnishForms(key).some(({ base }) => countries.has(foldedName(base)));
}

/** The word stands in a byline, a citation or behind a title. */
export const mayStand = ({ start, end }: Token, { passages }: Exempt): boolean =>
  passages.some((passage) => passage.start <= start && end <= passage.end);

/** “Grace”, “Rosa”, “Helmi”: a name in the middle of a sentence, or where somebody does what only people do. */
function wordIsName(scene: Scene, i: number, neighbours: boolean, small: ReadonlySet<string>): boolean {
  const { tokens, words } = scene;
  const token = tokens[i] as Token;
  const article = behind(scene, i, words.articles);
  if (words.nounsHaveCapitals) return !article && !small.has(fold(token)) && spokeUp(scene, i);
  if (token.first || neighbours || article)
    return actsLikePerson(scene, i, false) && !NOT_ONLY_PEOPLE.test(fold(tokens[i + 1]));
  return true;
}

const spaced = ({ gap }: Token): boolean => gap === ' ';

/** “MAYA: I think” and the like; other words in capitals are no names. */
function isSpeaker(scene: Scene, i: number): boolean {
  const token = scene.tokens[i] as Token;
  return scene.text[token.end] === ':' || saidToBeStudent(scene, i, true) || spokeUp(scene, i);
}

/** A word with a capital that no list knows: a name when it says or does what only people do. */
function unknownActs(scene: Scene, i: number, small: ReadonlySet<string>, language: RuleLanguage): boolean {
  const { tokens, words } = scene;
  const token = tokens[i] as Token;
  if (language === 'other' || small.has(fold(token)) || token.text.length < 3) return false;
  if (token.first && (language === 'fi' || language === 'zh')) return false;
  if ((words.nounsHaveCapitals && !token.first) || behind(scene, i, words.articles)) return false;
  if ((behind(scene, i, BEFORE_PLACES) && !belongsTo(scene, i)) || standsForPlace(scene, i)) return false;
  const [from, to] = run(scene, i);
  if (to - from > 1 || from < i) return false;
  if (belongsTo(scene, i)) return true;
  return token.first
    ? (spokeUp(scene, i) || whoBehind(scene, i)) && !/s$/.test(token.text)
    : actsLikePerson(scene, i, false);
}

/** A first name in small letters: only behind “a student named”. */
export function isSmallName(scene: Scene, i: number, { kind }: Looked): boolean {
  const { text, tokens, words } = scene;
  const { start } = tokens[i] as Token;
  return (
    kind === 'name' &&
    words.called.test(text.slice(Math.max(0, start - 40), start)) &&
    nearStudent(scene, i, 8)
  );
}

/** “my colleague Ana”, “my principal, Dana” */
function adultBefore(scene: Scene, i: number): boolean {
  const { tokens, words } = scene;
  if (behind(scene, i, words.adults)) return true;
  if (behind(scene, i, FAMILY) && [i - 2, i - 3].some((j) => MINE.test(fold(tokens[j])))) return true;
  const role = fold(tokens[i - 1]);
  if (tokens[i]?.gap !== ', ' || !(words.adults.has(role) || words.titles.has(role))) return false;
  return [i - 2, i - 3, i - 4].some((j) => MINE.test(fold(tokens[j])));
}

/** “Ana, who teaches next door”, “Ana, my colleague”. */
function adultBehind({ tokens, words }: Scene, i: number): boolean {
  if (/^(?:from|de|aus|von)$/.test(fold(tokens[i + 1]))) {
    const place = [i + 2, i + 3, i + 4, i + 5].map((j) => fold(tokens[j]));
    if (place.some((word) => OFFICES.has(word))) return true;
  }
  if (tokens[i + 1]?.gap !== ', ') return false;
  for (let j = i + 1; j <= i + 5; j++) {
    const word = tokens[j];
    if (!word || (j > i + 1 && !/^\s{1,3}$/.test(word.gap))) return false;
    if (words.adults.has(fold(word)) || /^(?:teaches|unterrichtet|enseigne|ensena|opettaa)$/.test(fold(word)))
      return true;
  }
  return false;
}
