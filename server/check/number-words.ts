import type { RuleLanguage } from './scan.ts';

/** One to twenty, in order; several forms of one number stand behind each other with `|`. */
const WORDS: Record<Exclude<RuleLanguage, 'other'>, string> = {
  en: 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  es: 'uno|una|un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis|dieciseis diecisiete dieciocho diecinueve veinte',
  fi: 'yksi|yhdestä kaksi|kahdesta kolme|kolmesta neljä|neljästä viisi|viidestä kuusi|kuudesta seitsemän|seitsemästä kahdeksan|kahdeksasta yhdeksän|yhdeksästä kymmenen|kymmenestä yksitoista|yhdestätoista kaksitoista|kahdestatoista kolmetoista|kolmestatoista neljätoista|neljästätoista viisitoista|viidestätoista kuusitoista|kuudestatoista seitsemäntoista|seitsemästätoista kahdeksantoista|kahdeksastatoista yhdeksäntoista|yhdeksästätoista kaksikymmentä|kahdestakymmenestä',
  de: 'eins|eine|einer|eines|einem|ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  fr: 'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  zh: '一 二|两|俩 三|仨 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十',
};

const VALUES = new Map<string, Map<string, number>>(
  Object.entries(WORDS).map(([language, list]) => [
    language,
    new Map(
      list.split(' ').flatMap((forms, index) => forms.split('|').map((form) => [form, index + 1] as const)),
    ),
  ]),
);

/** @returns the source of a pattern: one or two digits or a number word from one to twenty, longest first */
export function numberSource(language: RuleLanguage): string {
  const words = [...wordsOf(language).keys()].sort((a, b) => b.length - a.length);
  const edges =
    language === 'zh' ? ['(?<![十百千万零第])', '(?![十百千万几多])'] : ['(?<!\\p{L})', '(?!\\p{L})'];
  return `(?:(?<![\\d.,/:-])\\d{1,2}(?![\\d/:%]|[.,]\\d| ?%)|${edges[0]}(?:${words.join('|')})${edges[1]})`;
}

/** @param word digits or a word of `numberSource`; @returns its value, or null */
export function numberValue(word: string, language: RuleLanguage): number | null {
  return /^\d/.test(word) ? Number.parseInt(word, 10) : (wordsOf(language).get(word.toLowerCase()) ?? null);
}

function wordsOf(language: RuleLanguage): Map<string, number> {
  return VALUES.get(language === 'other' ? 'en' : language) as Map<string, number>;
}
