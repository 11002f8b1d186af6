import { COUNTRY_WORDS } from './country-names.ts';
import { firstNames } from './first-names.ts';
import { foldedName, foldedWords } from './folded-name.ts';
import { ALSO_PLACES, PLACE_WORDS, RATHER_PLACES, THINGS_NAMED_AFTER } from './name-places.ts';
import type { Token } from './name-tokens.ts';
import type { NameWords } from './name-words/name-words.ts';

/** A text on the table: its words and what its language knows of names. */
export interface Scene {
  text: string;
  tokens: readonly Token[];
  words: NameWords;
}

export const places = foldedWords(RATHER_PLACES);
export const countries = foldedWords(COUNTRY_WORDS);
export const alsoPlaces = foldedWords(ALSO_PLACES);
const placeWords = foldedWords(PLACE_WORDS);
const things = foldedWords(THINGS_NAMED_AFTER);
/** Verbs that things are subjects of as often as people. */
const WEAK = foldedWords(
  'is was has had isn’t wasn’t es era esta estaba tiene tenia fue oli on ei ist war hat hatte est etait a avait olivat se made took makes',
);
const ADVERBS =
  /^(?:pas|aussi|lui|deja|bien|tout|jamais|toujours|ensuite|enfin|beaucoup|vite|encore|soudain|simplement|seulement)$/;
/** “April saw two storms” */
const SEASONS = /^(?:april|may|june|august|summer|autumn|winter|spring|dawn)$/;
/** French: what follows “a” or “avait” when somebody did something. */
const PARTICIPLE = /(?:[^\p{L}]|^)\p{L}{1,12}(?:é|ée|i|it|u|is|ert|eint)$/u;
const AGE_BEHIND =
  /^(?:\s?\(\s?\d{1,2}\s?(?:\)|,|years|años|Jahre|ans|v\.)|, (?:aged? )?\d{1,2}(?:,| years? old)|,? \d{1,2} (?:years? old|años|Jahre alt|ans(?!\p{L})|vuotta))/u;
/** Before names, and before much else. */
const ALSO_STUDENTS = foldedWords(
  'little young junior senior partner friend buddy small kleine kleiner kleinen junge jungen jugendliche petit petite petits jeune jeunes grand grande pequeno pequena joven amigo amiga pikku nuori kaveri freund freundin nachbarin',
);
/** Said of things now, of people in stories rarely. */
const NOW = foldedWords('is has isn’t es está tiene est ist hat on ei make makes');

export const fold = (token: Token | undefined): string => (token ? foldedName(token.text) : '');
const spaceOnly = (token: Token | undefined): boolean =>
  token !== undefined && /^\s{1,3}["“«„'‘]?\s?$/u.test(token.gap);
const sameSentence = (token: Token | undefined): boolean =>
  token !== undefined && /^[\s,]{1,3}$/u.test(token.gap);

/** The word stands right behind one of the words, with a space between. */
export function behind(scene: Scene, i: number, words: ReadonlySet<string>): boolean {
  return spaceOnly(scene.tokens[i]) && words.has(fold(scene.tokens[i - 1]));
}

/** “a student named Maya”, “the pupil Maya”, “two boys, Devon and Marcus”, “Maya, a girl who”, “Maya (9)”. */
export function saidToBeStudent(scene: Scene, i: number, listed: boolean): boolean {
  const { text, tokens, words } = scene;
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  if (
    before &&
    words.students.has(fold(before)) &&
    (listed || !ALSO_STUDENTS.has(fold(before))) &&
    /^\s{1,3}["“«„'‘(]?\s?$|^, $|^ \($|^: $/u.test(token.gap)
  ) {
    if (!before.capital || before.first || words.nounsHaveCapitals) return true;
  }
  if (
    before &&
    /^(?:like|como|wie|comme|kuten)$/.test(fold(before)) &&
    words.students.has(fold(tokens[i - 2])) &&
    spaceOnly(token)
  )
    return true;
  if (
    before &&
    fold(before) === 'as' &&
    fold(tokens[i - 2]) === 'such' &&
    words.students.has(fold(tokens[i - 3]))
  )
    return true;
  if (listed && AGE_BEHIND.test(text.slice(token.end, token.end + 24))) return true;
  const lead = text.slice(Math.max(0, token.start - 40), token.start);
  if (words.called.test(lead) && nearStudent(scene, i, 8)) return true;
  return appositionBehind(scene, i);
}

/** One of the words of `students` stands within `reach` words before, in the same sentence. */
export function nearStudent({ tokens, words }: Scene, i: number, reach: number): boolean {
  for (let j = i; j > 0 && i - j < reach; j--) {
    if ((tokens[j] as Token).first) return false;
    if (words.students.has(fold(tokens[j - 1]))) return true;
  }
  return /^(?:him|her|them)$/.test(fold(tokens[i - 1]));
}

function appositionBehind({ tokens, words }: Scene, i: number): boolean {
  const next = tokens[i + 1];
  if (
    next?.gap !== ', ' ||
    !(words.articles.has(fold(next)) || /^(?:one|uno|una|einer|eine|un|une|yksi)$/.test(fold(next)))
  )
    return false;
  for (let j = i + 2; j <= i + 5; j++) {
    const word = tokens[j];
    if (!word || !spaceOnly(word)) return false;
    if (words.students.has(fold(word))) return true;
  }
  return false;
}

/** “Marisela, who has been here since March” */
export function whoBehind({ tokens }: Scene, i: number): boolean {
  const next = tokens[i + 1];
  return next?.gap === ', ' && /^(?:who|que|quien|qui|joka)$/.test(fold(next));
}

/** Somebody said or did something here: “Maya said”, “asked Maya”, “Hope’s notebook”, “a Nahuel le costó”. */
export function actsLikePerson(scene: Scene, i: number, weakToo: boolean): boolean {
  const { tokens, words } = scene;
  const token = tokens[i] as Token;
  if (token.possessive) return words.belongings.has(fold(tokens[i + 1])) && spaceOnly(tokens[i + 1]);
  if (!token.first && (behind(scene, i, words.saysBefore) || (!words.nounsHaveCapitals && saidIt(scene, i))))
    return true;
  const next = tokens[i + 1];
  if (fold(tokens[i - 1]) === 'a' && /^l[ea]s?$/.test(fold(next)) && spaceOnly(next)) return true;
  if (whoBehind(scene, i)) return true;
  for (let j = i + 1; j <= i + 3; j++) {
    const verb = tokens[j];
    if (!sameSentence(verb) || verb?.capital) return false;
    const word = fold(verb);
    if (word === 'saw' && SEASONS.test(fold(token))) return false;
    if (words.says.has(word) && (weakToo ? !NOW.has(word) : !WEAK.has(word))) return true;
    if (
      /(?:ó|ió|aba|ía)$/.test(verb?.text ?? '') &&
      words.says.has('dijo') &&
      !/^(?:había|sería|podría|debía|tenía)$/.test(verb?.text ?? '')
    )
      return true;
    if (/^(?:n['’]|s['’]|l['’]|m['’])?(?:a|avait|est|etait)$/.test(word) && frenchPast(scene, j)) return true;
    if (!words.between.has(word)) return false;
  }
  return false;
}

function frenchPast({ tokens, words }: Scene, at: number): boolean {
  if (!words.says.has('repond')) return false;
  for (let j = at + 1; j <= at + 3; j++) {
    const word = tokens[j];
    if (!spaceOnly(word)) return false;
    if (
      PARTICIPLE.test((word as Token).text) &&
      !/^(?:aussi|ici|ainsi|lui|midi|pas|jamais)$/.test(fold(word))
    )
      return true;
    if (!words.between.has(fold(word)) && !ADVERBS.test(fold(word))) return false;
  }
  return false;
}

/** “la mochila de Yuleisy”, “le cahier de Soan”, “Ngozin vihko”. */
export function belongsTo({ tokens, words }: Scene, i: number): boolean {
  const token = tokens[i] as Token;
  if (/^(?:de|d)$/.test(fold(tokens[i - 1])) && token.gap === ' ')
    return words.belongings.has(fold(tokens[i - 2]));
  const next = tokens[i + 1];
  return (
    /[^s]n$/.test(token.text) &&
    !token.first &&
    next?.gap === ' ' &&
    !next.capital &&
    words.belongings.has(fold(next)) &&
    words.says.has('sanoi')
  );
}

/** “« Secouer avant usage », a lu Abdel”: behind what was said stand a verb, no article, and the name. */
function saidIt({ tokens, words }: Scene, i: number): boolean {
  const token = tokens[i] as Token;
  const verb = tokens[i - 1];
  if (
    token.first ||
    token.gap !== ' ' ||
    !verb ||
    words.articles.has(fold(verb)) ||
    placeWords.has(fold(verb))
  )
    return false;
  for (let j = i - 1; j >= Math.max(1, i - 2); j--) {
    const word = tokens[j] as Token;
    if (
      word.capital ||
      words.articles.has(fold(word)) ||
      /^(?:de|du|des|del|y|et|und|ja|and|a la|con|para|pour|avec|mit|with|to|of|an|am|im|zu)$/.test(
        fold(word),
      )
    )
      return false;
    if (/[»”“"][,.]?\s{0,2}$|[»”“"]\s?[—–-]\s?$/u.test(word.gap)) return true;
    if (word.gap !== ' ') return false;
  }
  return false;
}

/** Somebody spoke here: a verb of saying right before or behind. */
export function spokeUp(scene: Scene, i: number): boolean {
  const { tokens, words } = scene;
  const token = tokens[i] as Token;
  if (token.possessive) return actsLikePerson(scene, i, false);
  const next = tokens[i + 1];
  if (!token.first && (behind(scene, i, words.saysBefore) || saidIt(scene, i))) return true;
  if (!spaceOnly(next)) return false;
  return (
    words.saysBefore.has(fold(next)) ||
    (/^(?:a|avait)$/.test(fold(next)) && words.saysBefore.has(fold(tokens[i + 2])))
  );
}

/** “in Jordan”, “Charlotte, North Carolina”, “Lincoln High”, “rue Victor Hugo”. */
export function standsForPlace(scene: Scene, i: number): boolean {
  const { tokens, words } = scene;
  const token = tokens[i] as Token;
  const next = tokens[i + 1];
  if (behind(scene, i, placeWords) && !words.company.has(fold(tokens[i - 2]))) return true;
  if (
    fold(tokens[i - 1]) === 'to' &&
    !words.company.has(fold(tokens[i - 2])) &&
    /^(?:go|went|moved|trip|train|flew|drive|drove|travel|travelled|back|way|road|from)$/.test(
      fold(tokens[i - 2]),
    ) &&
    spaceOnly(token)
  )
    return true;
  return amongPlaces(scene, i) || (next !== undefined && isPlaceBehind(next));
}

/** “Paris, Sydney and Rome”: a place stands beside it in a row. */
function amongPlaces({ tokens, words }: Scene, i: number): boolean {
  const joined = (j: number) => /^, $|^ $/.test(tokens[j]?.gap ?? '');
  const isPlace = (j: number) =>
    tokens[j]?.capital === true && (places.has(fold(tokens[j])) || countries.has(fold(tokens[j])));
  const and = (j: number) => words.and.has(fold(tokens[j]));
  if (tokens[i]?.gap === ', ' && isPlace(i - 1)) return true;
  if (tokens[i + 1]?.gap === ', ' && isPlace(i + 1)) return true;
  if (and(i - 1) && joined(i) && isPlace(i - 2)) return true;
  return and(i + 1) && joined(i + 2) && isPlace(i + 2);
}

const isPlaceBehind = (next: Token): boolean =>
  next.capital && !next.first && next.gap === ', ' && places.has(fold(next));

/** A thing named after somebody stands beside the run of capitals from `from` to `to`. */
export function namesThing({ tokens }: Scene, from: number, to: number): boolean {
  const before = tokens[from - 1];
  const after = tokens[to + 1];
  if (before && spaceOnly(tokens[from]) && things.has(fold(before))) return true;
  if (
    before &&
    /^(?:de|del|du|la|d)$/.test(fold(before)) &&
    things.has(fold(tokens[from - 2])) &&
    tokens[from - 2]?.capital
  )
    return true;
  for (let j = from; j <= to && to > from; j++) if (things.has(fold(tokens[j]))) return true;
  return (
    after !== undefined && spaceOnly(after) && things.has(fold(after)) && !(tokens[to] as Token).possessive
  );
}

/** The sentence around a word, at most 200 characters to each side. */
export function sentenceAround({ text, tokens }: Scene, i: number): string {
  const { start, end } = tokens[i] as Token;
  const left = text.slice(Math.max(0, start - 200), start);
  const right = text.slice(end, end + 200);
  const cut = Math.max(...[...left.matchAll(/[.!?…]["”»)]?\s|\n\s*\n/gu)].map(({ index }) => index + 1), 0);
  const stop = /[.!?…]["”»)]?(?:\s|$)|\n\s*\n/u.exec(right);
  return left.slice(cut) + text.slice(start, end) + (stop ? right.slice(0, stop.index + 1) : right);
}

/** “Mr. Hollis” */
export const titled = ({ tokens, words }: Scene, i: number): boolean =>
  /^\.\s$/.test(tokens[i]?.gap ?? '') && words.titles.has(fold(tokens[i - 1]));

/** The capitals in a row around a word: “Maya Torres”, “Ana de la Cruz”. First and last place of the words. */
export function run({ tokens }: Scene, i: number): [number, number] {
  const joins = (j: number) =>
    tokens[j]?.gap === ' ' && (tokens[j] as Token).capital && !(tokens[j - 1] as Token).possessive;
  let from = i;
  let to = i;
  while (i - from < 3 && from > 0 && joins(from) && tokens[from - 1]?.capital && !tokens[from - 1]?.first)
    from--;
  if (
    from > 0 &&
    joins(from) &&
    tokens[from - 1]?.first &&
    tokens[from - 1]?.capital &&
    firstNames().has(fold(tokens[from - 1]))
  )
    from--;
  while (to - i < 3 && joins(to + 1)) to++;
  return [from, to];
}
