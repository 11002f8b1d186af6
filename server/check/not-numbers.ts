import { datesIn } from './dates.ts';
import { pattern } from './scan.ts';

const EDGE = '(?<![\\p{L}\\p{N}])';
/** What has digits and is nobody's number. */
const SHAPES = [
  // addresses of pages; a telephone link is not one
  `https?://[^\\s<>()"'（）】。，；、\\p{Script=Han}]{1,2000}`,
  `${EDGE}www\\.[^\\s<>()"'（）】。，；、\\p{Script=Han}]{1,2000}`,
  // DOI, ISBN, ISSN, arXiv
  `${EDGE}10\\.\\d{4,9}/[^\\s<>"'（）]{1,120}`,
  `${EDGE}(?:e-?)?ISBN(?:-1[03])?:? ?[\\d][\\d -]{8,16}[\\dXx]`,
  `${EDGE}(?=97[89])(?:\\d[- ]?){12}\\d(?!\\d)`,
  `${EDGE}(?:e-?)?ISSN:? ?\\d{4}-?\\d{3}[\\dXx]`,
  `${EDGE}(?:arXiv|ERIC|EJ|ED|PMID|doi|Art\\.-?Nr\\.|SKU|EAN):? ?\\d{4,12}(?:\\.\\d{4,5})?`,
  // times: 10:15, 08.15–09.00, 10h15
  '(?<!\\d)(?<!\\d[.:])(?:[01]?\\d|2[0-3])[:.h][0-5]\\d ?(?:[-–—~至到]|bis|to|a|à) ?(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?![\\d]|[.:-]\\d)',
  '(?<![\\d:])(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?!\\d)',
  // years: 2025–26, 1939-1945
  '(?<![\\d+.,-]|\\d |[)）] ?)(?:1\\d{3}|20\\d{2}) ?[-–—/] ?(?:1\\d{3}|20\\d{2}|\\d{2})(?![\\d]|[.,-]\\d|[ ]\\d{3})',
  // 0.333333, 3,14159265
  '(?<![\\d.,]|[)）] ?)(?:0|[1-9]\\d{0,3})[.,]\\d{3,15}(?![\\d]|[.,-]\\d| ?-? ?\\d{2})',
  // sums in groups of three: 1,250,000 · 1.250.000, but 612.345.678 rings
  '(?<![\\d.,])\\d{1,3}(?:,\\d{3}){1,5}(?![\\d]|[-]\\d)',
  '(?<![\\d.,])(?![679]\\d{2}\\.\\d{3}\\.\\d{3}(?!\\.\\d))[1-9]\\d{0,2}(?:\\.\\d{3}){2,5}(?![\\d]|[.-]\\d)',
  // sums of money and measures
  '(?:[$€£¥₹]|USD|EUR|RMB) ?\\d[\\d .,]{0,20}\\d',
  '(?<!\\d)\\d[\\d .,]{0,18}\\d ?(?:[$€£¥]|%|euros?|dollars?|km|kilom|m²|km²|kg|people|inhabitants|habitantes|habitants|Einwohner|asukasta|years|años|Jahre|vuotta|millones|millions|元|公里|千米|人口|倍)',
].map((source) => pattern(source));

/**
 * The text with everything that looks like a number of a person and is none turned into `\u0001`, place for place:
 * page addresses, ISBN and DOI, dates, times, years, decimals, sums. What rules look for numbers in.
 */
export function withoutOtherNumbers(text: string): string {
  const units = text.split('');
  for (const shape of SHAPES)
    for (const match of text.matchAll(shape))
      units.fill('\u0001', match.index, match.index + match[0].length);
  for (const { start, end, kind } of datesIn(text)) if (kind === 'day') units.fill('\u0001', start, end);
  return units.join('');
}
