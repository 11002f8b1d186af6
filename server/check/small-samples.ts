import { type Cell, cellsUnder, type Place } from './markdown-table.ts';
import { anyOf, first, pattern } from './scan.ts';
import { CHILDREN } from './small-words.ts';
import { isHowMany, saysChildren } from './table-words.ts';

const SAMPLE = pattern('(?<![\\p{L}\\p{N}] ?)n ?= ?(?<n>\\d{1,3})(?![\\d]|[.,/:]\\d| ?[%+*/^-])');
/** Where n is a number of mathematics */
const ALGEBRA = pattern(
  `${anyOf([
    'when|if|for|let|where|case|term|terms|sequence|polygon|sides|formula|expression|equation|induction|proof|substitute|value',
    'cuando|si|para|donde|término|sucesión|polígono|lados|fórmula|ecuación|valor',
    'quand|si|pour|où|terme|suite|polygone|côtés|formule|équation|récurrence',
    'wenn|für|falls|sei|Folge|Vieleck|Seiten|Formel|Gleichung|Induktion|Term',
    'kun|jos|jono|jonon|monikulmio|kaava|yhtälö|termi',
  ])}|当|若|设|数列|项|多边形|公式|方程`,
  'iu',
);
const PERCENT_BEHIND = /^[),;:]{1,2} ?\d{1,3} ?%/;
const REACH = 60;

/** “(n = 4)”: how many children are behind a number. @param smallN the smallest number that may be shown */
export function* sampleSizes(text: string, smallN: number): Generator<Place> {
  for (const match of text.matchAll(SAMPLE)) {
    const n = Number(match.groups?.n);
    const start = match.index;
    const end = start + match[0].length;
    const around = text.slice(Math.max(0, start - REACH), start) + text.slice(end, end + REACH);
    const bracketed =
      /[([（]\s?$/.test(text.slice(0, start)) && /^\s?[)\]）,，;]/.test(text.slice(end, end + 2));
    const children = first(around, CHILDREN) !== null;
    if (
      n > 0 &&
      n < smallN &&
      !ALGEBRA.test(around.slice(0, REACH).slice(-24)) &&
      (children || ((bracketed || PERCENT_BEHIND.test(text.slice(end, end + 12))) && !ALGEBRA.test(around)))
    )
      yield { start, end };
  }
}

/** In a table of Markdown: small numbers in a column that says how many students. */
export function* tableCells(text: string, smallN: number): Generator<Cell> {
  for (const cell of cellsUnder(text, (name) => isHowMany(name) || saysChildren(name))) {
    const [, all, of] =
      /^(?:(\d{1,3})|\d{1,3} ?(?:\/|of|von|de|sur) ?(\d{1,3}))(?:$| \p{L})/u.exec(cell.text) ?? [];
    const n = Number(of ?? (isHowMany(cell.column) ? all : 0) ?? 0);
    if (n > 0 && n < smallN) yield cell;
  }
}
