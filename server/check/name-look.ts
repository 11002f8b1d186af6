import { FINNISH_NAMES } from './first-names/finnish.ts';
import { firstNames } from './first-names.ts';
import { foldedName } from './folded-name.ts';
import { alsoPlaces, fold, places, type Scene } from './name-contexts.ts';
import type { Token } from './name-tokens.ts';
import { finnishForms } from './names-finnish.ts';
import type { RuleLanguage } from './scan.ts';

/** What the lists say of a word: a first name, one that is an ordinary word too, rather a place, a place too, or nothing. */
export type Kind = 'name' | 'word' | 'place' | 'also-place' | 'unknown';
export interface Looked {
  kind: Kind;
  /** the name itself, folded, without an ending */
  key: string;
  ending: string;
}

const finnishNames = new Set(FINNISH_NAMES.trim().split(/\s+/));

/** Looks a word up in the lists. */
export function look(token: Token, language: RuleLanguage, { words, text }: Scene): Looked {
  const folded = fold(token);
  const names = firstNames();
  const lower = token.text.toLowerCase().normalize('NFC');
  const unknown: Looked = { kind: 'unknown', key: folded, ending: '' };
  if (folded.includes('-')) {
    const parts = token.text.split('-');
    const listed = parts.every((part) => /^\p{Lu}/u.test(part) && names.has(foldedName(part)));
    return listed
      ? { kind: 'name', key: folded, ending: '' }
      : { ...unknown, kind: /-\p{Ll}/u.test(token.text) ? 'word' : 'unknown' };
  }
  if (language === 'fi') return lookFinnish(token, lower, folded, words.wordsToo) ?? unknown;
  if (words.wordsToo.has(folded)) return { ...unknown, kind: 'word' };
  if (places.has(folded)) return { ...unknown, kind: 'place' };
  if (alsoPlaces.has(folded)) return { ...unknown, kind: 'also-place' };
  if (names.has(folded)) return { ...unknown, kind: 'name' };
  if (language === 'de' && token.capital && folded.length > 3 && /[^s]s$/.test(folded)) {
    const base = folded.slice(0, -1);
    if (names.has(base) && !words.wordsToo.has(base) && !places.has(base) && !alsoPlaces.has(base)) {
      return { kind: 'name', key: base, ending: 's' };
    }
  }
  if (folded.endsWith("'") || text[token.end] === '’') return unknown;
  return unknown;
}

function lookFinnish(
  token: Token,
  lower: string,
  _folded: string,
  wordsToo: ReadonlySet<string>,
): Looked | null {
  const kind: Kind = wordsToo.has(lower) ? 'word' : 'name';
  const forms = finnishForms(token.text);
  const place = forms.find(({ base }) => places.has(foldedName(base)));
  if (place) return { kind: 'place', key: foldedName(place.base), ending: place.ending };
  const own = forms.find(({ base }) => finnishNames.has(base));
  if (own) return { kind, key: foldedName(own.base), ending: own.ending };
  const names = firstNames();
  const other = forms.find(
    ({ base, ending }) =>
      (/^[a-zéáíóúñçëïüøåå]+$/.test(base) || ending === '') &&
      names.has(foldedName(base)) &&
      (!token.first || ending === '' || (base.length > 3 && /^(?:ll[aäe]|lt[aä]|n)$/.test(ending))),
  );
  if (!other) return null;
  const key = foldedName(other.base);
  return { kind: alsoPlaces.has(key) || places.has(key) ? 'also-place' : kind, key, ending: other.ending };
}
