import { anyOf, first, pattern } from './scan.ts';
import { CHILDREN } from './small-words.ts';

/** A place in a text, in UTF-16 units. */
interface Place {
  start: number;
  end: number;
}

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
      (children || (bracketed && !ALGEBRA.test(around)))
    )
      yield { start, end };
  }
}

const ROW = /^[^\S\n]{0,8}\|?[^\n]{0,2000}\|[^\n]{0,2000}$/;
const RULE = /^[\s|:-]{3,2000}$/;
const HEADER = pattern(
  '^(?:n ?=?|students|pupils|children|learners|kids|alumnos|alumnas|alumnado|estudiantes|oppilaita|oppilaat|oppilasmäärä|lkm|Schüler(?:innen)?|Schülerzahl|SuS|Kinder|Lernende|élèves|effectifs?|人数|学生数|学生人数)$',
  'iu',
);
const HOW_MANY = pattern(
  "^(?:number of|no\\. of|# of|#|how many|count of|n\\.?º de|número de|cuántos|anzahl(?: der)?|wie viele|nombre d[e']|combien d[e']|montako) ?",
  'iu',
);

/** In a table of Markdown: small numbers in a column that says how many students. */
export function* tableCells(text: string, smallN: number): Generator<Place> {
  let at = 0;
  let before = '';
  let columns: number[] | null = null;
  for (const line of text.split('\n')) {
    if (!line.includes('|') || !ROW.test(line)) columns = null;
    else if (RULE.test(line) && line.includes('-')) columns = studentColumns(before);
    else if (columns)
      for (const cell of cellsOf(line))
        if (columns.includes(cell.column)) {
          const n = /^\s{0,40}(\d{1,3})\s{0,40}$/.exec(cell.text)?.[1];
          const start = at + cell.start + cell.text.search(/\S/);
          if (n && Number(n) > 0 && Number(n) < smallN) yield { start, end: start + n.length };
        }
    before = line;
    at += line.length + 1;
  }
}

function studentColumns(header: string): number[] {
  return cellsOf(header)
    .filter(({ text }) => {
      const name = text.trim();
      return HEADER.test(name) || (HOW_MANY.test(name) && first(name, CHILDREN) !== null);
    })
    .map(({ column }) => column);
}

function cellsOf(line: string): { column: number; start: number; text: string }[] {
  const cells: { column: number; start: number; text: string }[] = [];
  let start = line.search(/\S/) === line.indexOf('|') ? line.indexOf('|') + 1 : 0;
  for (const text of line.slice(start).split('|')) {
    cells.push({ column: cells.length, start, text });
    start += text.length + 1;
  }
  return cells;
}
