import type { Place } from './markdown-table.ts';
import { pattern } from './scan.ts';

/** Zero to nine, a language a line. */
const DIGITS = [
  'zero one two three four five six seven eight nine',
  'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'zéro un deux trois quatre cinq six sept huit neuf',
  'null eins zwei drei vier fünf sechs sieben acht neun',
  'nolla yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän',
].flatMap((line) => line.split(' ').map((word, value) => [word, value] as const));
const VALUES = new Map<string, number>([...DIGITS, ['oh', 0], ['nought', 0], ['zwo', 2]]);
const WORD = [...VALUES.keys(), 'double', 'triple'].join('|');
const PART = `(?:(?<!\\p{L})(?:${WORD})(?!\\p{L})|\\d{2,4})`;
/** “five oh five, 555, 0133” */
const SPELLED = pattern(
  `(?<![\\p{L}\\d])${PART}(?:(?:, ?|[ -]|\\. ?| – )${PART}){2,14}(?![\\p{L}\\d])`,
  'giu',
);
/** “一三八一二三四五六七八”: a Chinese mobile number */
const HAN_MOBILE =
  /(?<![〇零一二三四五六七八九幺])[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}(?![〇零一二三四五六七八九十百千万])/gu;
const ENOUGH = 7;

/** Numbers of which digits are written as words, at least three of them: whether they ring, the words around must say. */
export function* spelledNumbers(text: string): Generator<Place> {
  for (const { 0: written, index } of text.matchAll(SPELLED)) {
    const words = written.match(/\p{L}{2,10}/gu)?.length ?? 0;
    const digits = written.replace(/\D/g, '').length + words;
    if (words >= 3 && digits >= ENOUGH && !counts(written))
      yield { start: index, end: index + written.length };
  }
  for (const { 0: written, index } of text.matchAll(HAN_MOBILE))
    yield { start: index, end: index + written.length };
}

/** “five, six, seven, eight”: three in a row, up or down. */
function counts(written: string): boolean {
  const values = (written.toLowerCase().match(/\p{L}{2,10}/gu) ?? []).map((word) => VALUES.get(word) ?? -9);
  return values.some((value, i) => {
    const [second = -9, third = -9] = [values[i + 1], values[i + 2]];
    return Math.abs(second - value) === 1 && third - second === second - value;
  });
}
