import { foldedWords } from './folded-name.ts';
import { GERMAN } from './name-words/de.ts';
import { ENGLISH } from './name-words/en.ts';
import { SPANISH } from './name-words/es.ts';
import { FINNISH } from './name-words/fi.ts';
import { FRENCH } from './name-words/fr.ts';
import type { NameWords } from './name-words/name-words.ts';
import type { RuleLanguage } from './scan.ts';

/** In languages without rules only the lists speak, and only for words that none of the six knows otherwise. */
const OTHER: NameWords = {
  ...ENGLISH,
  wordsToo: new Set([ENGLISH, SPANISH, FINNISH, FRENCH, GERMAN].flatMap(({ wordsToo }) => [...wordsToo])),
};

/** Chinese texts are searched for names in Latin letters as English ones are. */
export const PACKS: Record<RuleLanguage, NameWords> = {
  en: ENGLISH,
  es: SPANISH,
  fi: FINNISH,
  fr: FRENCH,
  de: GERMAN,
  zh: ENGLISH,
  other: OTHER,
};

const mixed = new Map<string, NameWords>();

/** The words of a language for a text that looks as if it were in another, whose words are no names either. */
export function packFor(language: RuleLanguage, looks: RuleLanguage): NameWords {
  const ready = mixed.get(`${language} ${looks}`);
  if (ready) return ready;
  const [one, other] = [PACKS[language], PACKS[looks]];
  const both = (key: 'wordsToo' | 'notNames' | 'articles' | 'students') =>
    foldedWords([...one[key], ...other[key]].join(' '));
  const made: NameWords = {
    ...one,
    wordsToo: both('wordsToo'),
    notNames: both('notNames'),
    articles: both('articles'),
    students: both('students'),
    nounsHaveCapitals: one.nounsHaveCapitals || other.nounsHaveCapitals,
  };
  mixed.set(`${language} ${looks}`, made);
  return made;
}
