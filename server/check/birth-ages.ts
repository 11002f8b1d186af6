import { TURNING } from './birth-words.ts';
import { numberSource, numberValue } from './number-words.ts';
import { anyOf, pattern, type RuleLanguage } from './scan.ts';

const AGED: Record<RuleLanguage, (age: number) => string> = {
  en: (age) => `aged ${age}`,
  es: (age) => `de ${age} años`,
  fi: (age) => `${age}-vuotias`,
  de: (age) => `${age} Jahre alt`,
  fr: (age) => `de ${age} ans`,
  zh: (age) => `${age}岁`,
  other: (age) => `aged ${age}`,
};
const YEARS = '(?: ?(?:years old|years|yrs|años|vuotta|Jahre alt|Jahre|ans|岁))?';
/** Between the age and the date nothing but words of time. */
const TIME = `(?: |,|\\(|${anyOf([
  'on|the|in|last|next|this|today|exactly|just|back|of age|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  'el|la|de edad|día|pasado|próximo|este|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  'am|im|letzten|nächsten|diesen|kommenden|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag',
  'le|ce|en|dernier|prochain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche',
  'maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|sunnuntaina|ensi|viime|tänään',
])}|[在于]){0,8}`;
const SOMEBODY = `(?:${anyOf(['he|she|they|who|child|boy|girl|student|pupil|son|daughter|sister|brother'])}|(?<![\\p{L}])(?!(?:there|it|this|that|attendance|temperature|score|total|enrol?ment|today|which|what|average|class)(?!\\p{L}))\\p{Lu}\\p{L}{1,20})`;
const GAP = '[^\\n.!?;。！？]';

/** What stands before and after a date on which somebody became so and so old; one of the two names the age. */
interface Turning {
  before: RegExp;
  after: RegExp;
}

function turnings(language: RuleLanguage): Turning[] {
  const age = `(?<age>${numberSource(language)})`;
  const pair = (before: string, after: string): Turning => ({
    before: pattern(before === '' ? '$' : `(?<in>${before})$`, 'iu'),
    after: pattern(`^(?<in>${after})`, 'iu'),
  });
  return [
    pair(`${TURNING} {0,2}${age}${YEARS}${TIME}`, ''),
    pair(`${SOMEBODY} (?:is|was|will be|became|becomes) {1,2}${age}(?: years old)? on `, ''),
    pair(`${anyOf(['wurde', 'wird', 'werde'])} {1,2}${age}(?: Jahre)?(?: alt)? am `, ''),
    pair(`${anyOf(['a eu', 'aura', 'avait', 'a'])} {1,2}${age} ans${TIME}`, ''),
    pair('', `${GAP}{0,20}?${TURNING} {0,2}${age}${YEARS}`),
    pair(
      `${anyOf(['täytt(?:i|ää|änyt)', 'cumpl(?:e|ió|irá)'])} {1,2}(?:el )?`,
      `,? {1,2}(?:los )?${age}${YEARS}`,
    ),
    pair(
      `${anyOf(['wurde', 'wird', 'werde'])} {1,2}(?:am )?`,
      ` {1,2}${age}(?: Jahre alt| Jahre|(?= geworden|[.,;)]|$|\\n))`,
    ),
    pair('', `${GAP}{0,15}?${anyOf(['wurde', 'wird'])}[^\\n.!?;\\d]{0,12}?${age} Jahre(?: alt)?`),
    pair('', `${GAP}{0,15}?${anyOf(['a eu', 'aura', 'avait'])} {1,2}${age} ans`),
  ];
}

const BY_LANGUAGE = new Map<RuleLanguage, Turning[]>(
  (['en', 'es', 'fi', 'de', 'fr', 'zh', 'other'] as const).map((language) => [language, turnings(language)]),
);

/**
 * The age of “turned 11 on 4 March”.
 * @param before @param after what stands around the date, some 70 characters each
 * @returns how much of both belongs to the passage, and what says the age alone; null when nobody turned anything
 */
export function ageAt(
  before: string,
  after: string,
  language: RuleLanguage,
): { before: number; after: number; fix: string } | null {
  for (const turning of BY_LANGUAGE.get(language) ?? []) {
    const left = turning.before.exec(before);
    const right = left && turning.after.exec(after);
    if (!right) continue;
    const age = numberValue(left.groups?.age ?? right.groups?.age ?? '', language);
    if (age === null || age < 2 || age > 21) continue;
    const fix = AGED[language](age);
    return { before: left.groups?.in?.length ?? 0, after: right.groups?.in?.length ?? 0, fix };
  }
  return null;
}
