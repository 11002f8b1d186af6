import {
  actsLikePerson,
  behind,
  fold,
  namesThing,
  run,
  type Scene,
  standsForPlace,
  titled,
} from './name-contexts.ts';
import type { Exempt } from './name-exempt.ts';
import { isCountry, isName, isSmallName, mayStand } from './name-judge.ts';
import { type Looked, look } from './name-look.ts';
import { PACKS, packFor } from './name-packs.ts';
import { type Token, tokensOf } from './name-tokens.ts';
import type { RuleLanguage } from './scan.ts';
import { FAMILY_FIRST, SURNAMES } from './surnames.ts';

/** A passage that is likely a student's name. */
export interface NamedPassage {
  start: number;
  end: number;
  /** the same for every passage that names the same person */
  key: string;
  /** a case or genitive ending that the name carries here */
  ending: string;
}

const PARTICLES = new Set([
  'de',
  'del',
  'la',
  'da',
  'dos',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'bint',
  'ibn',
  'al',
  'el',
  'y',
]);

/**
 * Likely names of students in Latin letters, by place.
 * @param text Markdown, at most 64 KiB
 * @param looks another language, whose words are no names either
 */
export function latinNames(
  text: string,
  language: RuleLanguage,
  exempt: Exempt,
  looks?: RuleLanguage,
): NamedPassage[] {
  const words = looks ? packFor(language, looks) : PACKS[language];
  const tokens = tokensOf(text, language === 'fr');
  const scene: Scene = { text, tokens, words };
  const small = new Set(tokens.filter(({ capital }) => !capital).map(fold));
  const looked = tokens.map((token) => look(token, language, scene));
  const found = new Set<number>();
  tokens.forEach((token, i) => {
    if (token.capital && isName(scene, i, looked[i] as Looked, exempt, small, language)) found.add(i);
    else if (!token.capital && isSmallName(scene, i, looked[i] as Looked)) found.add(i);
  });
  spread(scene, looked, found, exempt, small, language);
  return runs(scene, looked, found, language);
}

/** Whoever was found once is found everywhere, and whoever stands in a row with somebody found. */
function spread(
  scene: Scene,
  looked: readonly Looked[],
  found: Set<number>,
  exempt: Exempt,
  small: ReadonlySet<string>,
  language: RuleLanguage,
): void {
  const { tokens, words } = scene;
  const keys = new Set([...found].map((i) => looked[i]?.key));
  const quiet = (i: number) => {
    const token = tokens[i] as Token;
    const [from, to] = run(scene, i);
    return (
      behind(scene, i, words.titles) ||
      titled(scene, i) ||
      namesThing(scene, from, to) ||
      mayStand(token, exempt) ||
      isCountry(fold(token), language) ||
      exempt.people.has(fold(token)) ||
      exempt.titled.has(fold(token)) ||
      (exempt.surnames.has(fold(token)) && looked[i]?.kind === 'unknown') ||
      exempt.figures.has(fold(token))
    );
  };
  tokens.forEach((token, i) => {
    const { kind, key } = looked[i] as Looked;
    if (found.has(i) || !token.capital || token.text.length < 2 || quiet(i)) return;
    if (
      keys.has(key) &&
      !(kind !== 'name' && token.first && !actsLikePerson(scene, i, true)) &&
      !(kind.endsWith('place') && standsForPlace(scene, i))
    ) {
      found.add(i);
    }
  });
  tokens.forEach((token, i) => {
    const beforeIt =
      words.and.has(fold(tokens[i - 1])) &&
      tokens[i - 1]?.gap === ' ' &&
      token.gap === ' ' &&
      found.has(i - 2);
    const afterIt =
      tokens[i + 1]?.gap === ' ' &&
      words.and.has(fold(tokens[i + 1])) &&
      tokens[i + 2]?.gap === ' ' &&
      found.has(i + 2);
    const pair = afterIt && token.first;
    if (!(beforeIt || afterIt) || found.has(i) || !token.capital || token.shouted || quiet(i)) return;
    const { kind } = looked[i] as Looked;
    const plain =
      (kind === 'unknown' || kind === 'word') && !small.has(fold(token)) && !words.notNames.has(fold(token));
    if (
      (plain && (!token.first || pair) && token.nameLike && !words.nounsHaveCapitals) ||
      (kind === 'also-place' && !exempt.figures.has(fold(token)))
    )
      found.add(i);
    else if (plain && kind === 'word' && words.nounsHaveCapitals) found.add(i);
  });
}

/** First names with what belongs to them: second names and family names. */
function runs(
  scene: Scene,
  looked: readonly Looked[],
  found: ReadonlySet<number>,
  language: RuleLanguage,
): NamedPassage[] {
  const { tokens, text } = scene;
  const passages: NamedPassage[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (!found.has(i)) continue;
    let last = i;
    while (last - i < 3 && goesOn(scene, last, found, language))
      last += PARTICLES.has(fold(tokens[last + 1])) ? 2 : 1;
    const withBefore = last === i && familyBefore(scene, i, language);
    const first = tokens[withBefore ? i - 1 : i] as Token;
    const { key, ending } = looked[i] as Looked;
    const end = (tokens[last] as Token).end;
    passages.push({
      start: first.start,
      end,
      key,
      ending: text.slice(first.start, end).includes(' ') && language !== 'fi' ? '' : ending,
    });
    i = last;
  }
  return passages;
}

/** “Nguyen Minh Anh”, and a name in the middle of a sentence before one that we know: “asked Xolani Ben”. */
function familyBefore({ tokens, words }: Scene, i: number, language: RuleLanguage): boolean {
  const before = tokens[i - 1];
  if (!before?.capital || before.possessive || tokens[i]?.gap !== ' ') return false;
  if (FAMILY_FIRST.has(fold(before))) return true;
  return (
    language !== 'de' &&
    !before.first &&
    before.nameLike &&
    !words.notNames.has(fold(before)) &&
    !words.students.has(fold(before))
  );
}

function goesOn(
  { tokens, words }: Scene,
  last: number,
  found: ReadonlySet<number>,
  language: RuleLanguage,
): boolean {
  const next = tokens[last + 1];
  if (next?.gap !== ' ' || (tokens[last] as Token).possessive) return false;
  if (PARTICLES.has(fold(next)) && !next.capital) {
    const after = tokens[last + 2];
    return after?.gap === ' ' && after.capital && fold(next) !== 'y' && fold(next) !== 'a';
  }
  if (!next.capital || words.notNames.has(fold(next)) || words.says.has(fold(next))) return false;
  return language !== 'de' || found.has(last + 1) || SURNAMES.has(fold(next));
}
