/** Texts at the caps that a parser of HTML, Markdown or JSON takes longest for, found by trying very many. */

/** `unit` again and again, `length` characters long */
const filled = (unit: string, length: number): string =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const HTML_LENGTH = 65_536;
export const HEAVY_HTML: readonly string[] = [
  filled('<', HTML_LENGTH),
  `${filled('<', 4_990)}${filled('a', 60_000)}`,
  '<blockquote>'.repeat(4_990),
  filled('<a href="http://x" class="mention hashtag u-url">y</a>', HTML_LENGTH),
  filled('<a href="java\tscript:x">', HTML_LENGTH),
  `<a ${filled('b=c ', HTML_LENGTH)}`,
  filled('</p>', HTML_LENGTH),
  filled('<b><i>x</i></b>', HTML_LENGTH),
  filled('<svg><p>', HTML_LENGTH),
  filled('<script></script>', HTML_LENGTH),
  filled('<table><tr><td>x', HTML_LENGTH),
  filled('&', HTML_LENGTH),
  filled('&#x41;', HTML_LENGTH),
  filled('<!--', HTML_LENGTH),
  filled('a ', HTML_LENGTH),
];

const SECTION_LENGTH = 12_000;
const section = (start: string, unit: string, end = ''): string =>
  start + filled(unit, SECTION_LENGTH - start.length - end.length) + end;
export const HEAVY_MARKDOWN: readonly string[] = [
  section('- a\n', 'b\n'),
  section('', '!'),
  section('', 'a.', '@'),
  section('', '1) a\n2. b\n'),
  section('](b)![_', 'word -->~x )='),
  section('', '字http://- .*0'),
  section('\n\\![ ', 'a@b.cx '),
  section('|a|b|\n|-|-|\n**', '> \\"'),
  section('+ http://_', '<div>a\n&amp;a  - a      - ', '=['),
  section('|a|b|\n|-|-|\n', '|x|y|\n'),
  section('', '*a_'),
  Array.from({ length: 150 }, (_, depth) => `${' '.repeat(2 * depth)}- x`)
    .join('\n')
    .slice(0, SECTION_LENGTH),
];

const JSON_LENGTH = 1_040_000;
/** Bodies of an inbox, just below its cap. */
export const HEAVY_BODIES: readonly string[] = [
  JSON.stringify({ x: Array.from({ length: 500 }, () => Array(999).fill(0)) }),
  JSON.stringify(Object.fromEntries(Array.from({ length: 90_000 }, (_, n) => [`k${n}`, {}]))),
  `{"x":"\\u0000","y":${'['.repeat(300_000)}`,
  `{"x":"${filled('\\ud83d\\ude00', JSON_LENGTH)}"}`,
  `{"x":${filled('9', JSON_LENGTH)}}`,
  `{"x":"${filled('a\\\\', JSON_LENGTH)}"}`,
  JSON.stringify({
    '@context': { as: 'https://www.w3.org/ns/activitystreams#' },
    ...Object.fromEntries(Array.from({ length: 15_000 }, (_, n) => [`as:x${n}`, { '@value': 'y' }])),
  }),
];
