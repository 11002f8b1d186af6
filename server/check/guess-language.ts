import type { RuleLanguage } from './scan.ts';

/** Small words that are frequent in one of the languages and rare in the others. */
const FREQUENT: Record<string, string> = {
  en: `the and of to in that was they with for my we students what is not his her it at this were had have from when who
    about asked said one their student then there which would could how why because but i he she did does`,
  es: `el la los las que y en una por con mis para lo se del alumnos clase un su sus como más pero cuando me nos al está son
    alumno alumna niño niña chico chica había hay tiene sobre todos cada yo porque muy también sin dijo entre esta este hijo ya`,
  fi: `ja on ei oli että se he kun mitä minä oppilaat mutta niin olen tunnin sitten oppilas hän joka ovat myös vain hänen eräs
    yksi ensin jo kuin tai sen siitä joku nyt minun poika tyttö oppilaista olivat piirsi kirjoitti kysyi sanoi lapsi`,
  de: `der die das und ich nicht mit ein eine zu wir sie auf den haben schüler ist im dem von für sich es auch als hat war er
    einen einem einer aus wie bei nach wenn aber noch nur kind schülerin kinder klasse dass waren wird dann wurde so`,
  fr: `le les des et une dans que pour pas mes avec est qui ils nous élèves un la du au sur je elle il sont ont mais plus
    élève garçon fille enfant cette leur son ses a avait été très aussi dont chez comme classe quand tout fait en ce`,
};
/** Letters and endings that say it in texts of a few words. */
const SIGNS: readonly [string, RegExp][] = [
  ['es', /[ñ¿¡]|(?<!\p{L})\p{L}{2,20}(?:ción|aban?|ían)(?!\p{L})/giu],
  ['de', /ß|(?<!\p{L})\p{L}{2,20}(?:ung|lich|keit)(?!\p{L})|(?<=\p{L})ü(?=\p{L})/giu],
  ['fr', /[çœèêû]|(?<!\p{L})(?:l|d|qu|n|s|c|j)['’](?=\p{L})/giu],
  [
    'fi',
    /(?<!\p{L})\p{L}{3,20}(?:ll[aä]|ss[aä]|st[aä]|lt[aä]|lle|nen|mme|vat|vät|n?sa|n?sä|iin)(?!\p{L})|ää|öö|yy|uu/giu,
  ],
];
const ENOUGH = 3;

const lists = new Map(Object.entries(FREQUENT).map(([tag, list]) => [tag, new Set(list.split(/\s+/))]));

/**
 * The language that a text looks as if it were in, by its letters, its endings and its small words.
 * @returns one of the six with rules of their own; null when there is too little to tell
 */
export function likelyLanguage(text: string): Exclude<RuleLanguage, 'other'> | null {
  const sample = text.slice(0, 8000);
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han > 3 && han * 5 > sample.replace(/\s/g, '').length) return 'zh';
  const words = sample.toLowerCase().match(/\p{L}{1,20}/gu) ?? [];
  const hits = new Map(
    [...lists].map(([tag, frequent]) => [tag, words.filter((word) => frequent.has(word)).length]),
  );
  for (const [tag, sign] of SIGNS) hits.set(tag, (hits.get(tag) ?? 0) + (sample.match(sign)?.length ?? 0));
  const [first, second] = [...hits].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < ENOUGH || first[1] === second?.[1]) return null;
  return first[0] as Exclude<RuleLanguage, 'other'>;
}

/** The language of a text that does not say it, as a BCP 47 tag; `en` when there is too little to tell. */
export function guessLanguage(text: string): string {
  const likely = likelyLanguage(text) ?? 'en';
  return likely === 'zh' ? 'zh-Hans' : likely;
}
