import { pattern } from './scan.ts';

/** Names of the months, with their usual short forms, in the languages that have rules of their own. */
const MONTHS = [
  'jan(?:uary|uar|v)?|jänner|enero|ene|janvier|janv|tammikuu(?:ta|n|ssa)?|tammi',
  'feb(?:ruary|ruar|rero)?|febr|février|fevrier|févr|fév|helmikuu(?:ta|n|ssa)?|helmi',
  'mar(?:ch|zo|s)?|märz|mrz|maaliskuu(?:ta|n|ssa)?|maalis',
  'apr(?:il)?|abr(?:il)?|avril|avr|huhtikuu(?:ta|n|ssa)?|huhti',
  'may(?:o)?|mai|toukokuu(?:ta|n|ssa)?|touko',
  'june?|juni|junio|juin|kesäkuu(?:ta|n|ssa)?|kesä',
  'july?|juli|julio|juillet|juil|heinäkuu(?:ta|n|ssa)?|heinä',
  'aug(?:ust)?|ago(?:sto)?|août|aout|elokuu(?:ta|n|ssa)?|elo',
  'sept?(?:ember|tember|tembre|iembre|tiembre)?|set(?:iembre)?|syyskuu(?:ta|n|ssa)?|syys',
  'oct(?:ober|ubre|obre)?|okt(?:ober)?|lokakuu(?:ta|n|ssa)?|loka',
  'nov(?:ember|iembre|embre)?|marraskuu(?:ta|n|ssa)?|marras',
  'dec(?:ember)?|dez(?:ember)?|dic(?:iembre)?|déc(?:embre)?|decembre|joulukuu(?:ta|n|ssa)?|joulu',
].join('|');
const MONTH = `(?:${MONTHS})(?!\\p{L})\\.?`;
const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|º|ª|\\.)?(?!\\d)';
const YEAR = "(?:(?:19|20)\\d{2}(?!\\d)|['’]\\d{2}(?!\\d))";
const D = '(?:3[01]|[12]\\d|0?[1-9])';
const M = '(?:1[0-2]|0?[1-9])';
/** 01.23.45.67.89 is no date with something behind it */
const NO_MORE = '(?!\\d|[./-]\\d)';
const HAN_DIGIT = '[〇零○一二三四五六七八九十廿]';

/** Day and month, with or without a year; letters around it do not matter to Chinese. */
const WITH_DAY = [
  `${DAY} {0,2}(?:of |de |d'|-)? {0,2}${MONTH}(?:,? {0,2}(?:de |del )?-?${YEAR})?`,
  `(?:${MONTHS})(?!\\p{L})\\.? {1,2}(?:the )?${DAY}(?:(?:,| päivä(?:nä)?)? {1,2}${YEAR}| päivä(?:nä)?)?`,
  ...['-', '\\.', '/'].map((mark) => `(?:19|20)\\d{2}${mark}${M}${mark}${D}${NO_MORE}`),
  ...['-', '\\.', '/'].map(
    (mark) => `(?:${D}${mark}${M}|${M}${mark}${D})${mark}(?:(?:19|20)\\d{2}|\\d{2})${NO_MORE}`,
  ),
  `${D}\\. ?${M}\\.(?: ?(?:19|20)?\\d{2}${NO_MORE})?(?!\\d)`,
  `(?:(?:(?:19|20)\\d{2}|\\d{2}) ?年 ?)?${M} ?月 ?(?:份 ?)?(?:农历|阳历)?${D} ?[日号]`,
  `(?:(?:19|20)\\d{2}) ?年 ?${M} ?月`,
  `(?:${HAN_DIGIT}{4}年)?${HAN_DIGIT}{1,3}月${HAN_DIGIT}{1,4}[日号]`,
];
const BEGINNING = '(?<![\\d\\p{Script=Latin}])(?<!\\d[./:,-])';
const AFTER_BARE = '(?![\\d\\p{L}]|[./:,-]\\d| ?%)';

const DATES: readonly [FoundDate['kind'], RegExp][] = [
  ['day', pattern(`${BEGINNING}(?:${WITH_DAY.join('|')})`)],
  ['month', pattern(`${BEGINNING}(?:${MONTHS})(?!\\p{L})\\.?,? (?:de |del |of )?(?:19|20)\\d{2}(?!\\d)`)],
  ['digits', pattern(`${BEGINNING}(?:\\d{4}(?:19|20)\\d{2}|(?:19|20)\\d{6})(?!\\d)`)],
  ['short', pattern(`${BEGINNING}(?:${D}[./-]${D}|(?:19|20)\\d{2}[./-]${M})${AFTER_BARE}`)],
];
const WRITTEN_YEAR = pattern(
  '(?<!\\d)(?:19|20)\\d{2}(?!\\d)|(?<!\\d)(?:19|20)\\d{2}(?=\\d{4}(?!\\d))|(?<=(?<!\\d)\\d{4})(?:19|20)\\d{2}(?!\\d)',
  'u',
);

/** A date in a text. */
export interface FoundDate {
  start: number;
  end: number;
  /** `day` and month; `month` and year; 8 `digits`; a `short` 3/14, 4.3 or 2014.03, which is a date only where words say so */
  kind: 'day' | 'month' | 'digits' | 'short';
  /** four digits, when they are written */
  year: number | null;
}

/** @returns every date, in the forms of six languages, those that hold others first */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  const taken = new Uint8Array(text.length);
  for (const [kind, shape] of DATES)
    for (const match of text.matchAll(shape)) {
      const start = match.index;
      const end = start + match[0].replace(/(\p{L})\.$/u, '$1').length;
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      const year = WRITTEN_YEAR.exec(match[0])?.[0];
      found.push({ start, end, kind, year: year ? Number(year) : null });
    }
  return found;
}
