import type { Place } from './markdown-table.ts';

/** A cell as it is written, without the spaces around it. */
export interface WrittenCell extends Place {
  text: string;
}

/** A table in a text: Markdown's, or one of HTML that Markdown lets through. Its place is that of all of it. */
export interface WrittenTable extends Place {
  /** the line of words before it, as "n = 27" */
  above: WrittenCell;
  head: WrittenCell[];
  rows: WrittenCell[][];
}

const RULE = /^[\s|:-]{1,2000}$/;
/** What may stand before a table within a quotation or a list */
const PREFIX = /^(?:[ \t]|>|[-+*][ \t]|\d{1,3}[.)][ \t]){0,24}/;

interface Line extends Place {
  text: string;
}

/** The tables of a text, in order. */
export function writtenTables(text: string): WrittenTable[] {
  return [...markdownTables(linesOf(text)), ...htmlTables(text)].sort((a, b) => a.start - b.start);
}

function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return { start, end: start + line.length, text: line };
  });
}

function* markdownTables(lines: readonly Line[]): Generator<WrittenTable> {
  for (let i = 1; i < lines.length; i++) {
    const [before, rule] = [lines[i - 1] as Line, lines[i] as Line];
    if (!isRule(rule.text) || bare(before) === '' || isRule(before.text)) continue;
    const head = cellsOf(before);
    let until = i + 1;
    while (until < lines.length && bare(lines[until] as Line) !== '' && until - i <= 600) until++;
    const rows = lines.slice(i + 1, until).map(cellsOf);
    if (head.length > 1 || rule.text.includes('|'))
      yield {
        start: before.start,
        end: (lines[until - 1] as Line).end,
        above: lastWords(lines, i - 2),
        head,
        rows,
      };
    i = until;
  }
}

const isRule = (line: string): boolean => {
  const plain = line.slice(prefixOf(line));
  return RULE.test(plain) && plain.includes('-') && /[|:]/.test(plain);
};
const bare = ({ text }: Line): string => text.slice(prefixOf(text)).trim();
const prefixOf = (line: string): number => PREFIX.exec(line)?.[0].length ?? 0;

/** The words above a table: at most two lines up. */
function lastWords(lines: readonly Line[], from: number): WrittenCell {
  const line = [lines[from], lines[from - 1]].find((one) => one !== undefined && bare(one) !== '');
  return line ?? { start: 0, end: 0, text: '' };
}

/** A bar behind a backslash is part of a cell. */
function cellsOf(line: Line): WrittenCell[] {
  const from = prefixOf(line.text);
  const parts = line.text.slice(from).split(/(?<!\\)\|/);
  const cells: WrittenCell[] = [];
  let at = line.start + from;
  for (const part of parts) {
    const start = at + (part.length - part.trimStart().length);
    const inner = part.trim();
    cells.push({ start, end: start + inner.length, text: inner });
    at += part.length + 1;
  }
  if (cells.length > 1 && cells[0]?.text === '') cells.shift();
  if (cells.length > 1 && cells.at(-1)?.text === '' && /\|\s*$/.test(line.text)) cells.pop();
  return cells;
}

function* htmlTables(text: string): Generator<WrittenTable> {
  for (const opened of text.matchAll(/<table\b/gi)) {
    const start = opened.index;
    const closed = text.slice(start).search(/<\/table\s*>/i);
    const inner = closed < 0 ? text.length : start + closed;
    const rows = piecesOf(text, /<tr\b[^<>]{0,200}>/gi, start, inner).map((row) =>
      piecesOf(text, /<t[dh]\b[^<>]{0,200}>/gi, row.start, row.end).map((cell) => contentOf(text, cell)),
    );
    const [head = [], ...others] = rows;
    const above = { start, end: start, text: '' };
    yield { start, end: closed < 0 ? inner : text.indexOf('>', inner) + 1, above, head, rows: others };
  }
}

/** From the end of each opening tag to the next one. */
function piecesOf(text: string, tag: RegExp, from: number, to: number): Place[] {
  const tags = [...text.slice(from, to).matchAll(tag)];
  return tags.map(({ index, 0: { length } }, i) => ({
    start: from + index + length,
    end: from + (tags[i + 1]?.index ?? to - from),
  }));
}

function contentOf(text: string, { start, end }: Place): WrittenCell {
  const closed = text.slice(start, end).search(/<\/?(?:t[dhr]|tbody|thead|table)\b/i);
  const whole = text.slice(start, closed < 0 ? end : start + closed);
  const from = start + (whole.length - whole.trimStart().length);
  return { start: from, end: from + whole.trim().length, text: whole.trim() };
}
