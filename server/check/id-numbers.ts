import type { CheckContext, Finding } from './finding.ts';
import { ID_WORDS, WEAK_ID_WORDS } from './id-words.ts';
import { cellsUnder } from './markdown-table.ts';
import { NATIONAL_IDS, type NationalId } from './national-ids.ts';
import { anyOf, first, pattern, ruleLanguage } from './scan.ts';

const EDGE = '(?<![\\p{Script=Latin}\\d])';
const END = '(?![\\p{Script=Latin}\\d]|[.,]\\d)';
/** How far a word may stand from a number. */
const REACH = 40;

const NATIONAL = NATIONAL_IDS.map((id) => ({
  ...id,
  shape: pattern(`(?<![\\p{Script=Latin}\\d]|\\d[.,-])(?:${id.shape})(?!-\\d)${END}`, 'gu'),
  near: id.near
    ? pattern(
        anyOf(id.near.split('|').map((word) => `${word}\\p{L}{0,16}`)) +
          (id.country.startsWith('CN') ? `|${id.near}` : ''),
        'iu',
      )
    : null,
}));

/** A number with the letters that belong to it: 4417820, PH-20481, 2024/0815, 44 178 20, L01X00T47. */
const ID =
  '(?:[A-Z]{1,4}[-/]?)?\\d{1,20}(?:[-/. ]\\d{1,12}){0,5}(?:[-/]?[A-Z](?!\\p{L}))?|(?=[A-Z]{0,6}\\d)[A-Z\\d]{6,16}';
const NUMBER = `${EDGE}#? ?(?<id>${ID})${END}`;
const BETWEEN = '(?:[^\\n.!?;。！？；\\d]|\\n(?!\\n)|(?<=[nr]|ID|No|Nr)\\.)';
const CHILD = anyOf([
  'student|pupil|learner|alumn[oa]|estudiante|élève|schüler(?:in)?|oppilas|case|case file|lunch|id',
]);
/** “student #4417820”, “student 4417820” */
const SIGN = `${CHILD}(?<between> {0,2}(?:#|n°|nº|n\\.º|no\\.|nr\\.) ?)`;
/** 48213, 48214 and 48215 */
const MORE = pattern(`(?:,|;|/| ?&|、|和|,? (?:and|or|y|und|et|ja)) {0,2}${NUMBER}`, 'iuy');
const BEHIND: readonly [RegExp, number][] = [
  [pattern(`${ID_WORDS}(?<between>${BETWEEN}{0,${REACH}}?)${NUMBER}`), 4],
  [pattern(`${WEAK_ID_WORDS}(?<between>${BETWEEN}{0,12}?)${NUMBER}`), 5],
  [pattern(`${SIGN}${NUMBER}`), 4],
  [pattern(`${CHILD}(?<between> )${NUMBER}`), 5],
];
const IN_FRONT = pattern(`${NUMBER}(?<between>[^\\n.!?;。！？；\\d]{0,20}?)${ID_WORDS}`);
const HEADING = pattern(`^(?:${ID_WORDS}|id)$`, 'iu');
/** Further away it takes a digit more. */
const CLOSE: Record<number, number> = { 4: 12, 5: 4 };
const YEAR = /^(?:19|20)\d\d$/;

/**
 * ID numbers (product, student check): those of the countries in `national-ids.ts`; any number beside “student no.”,
 * “matrícula”, “oppilasnumero”, “Schülernummer”, “numéro d'élève”, “学号” and their like; and the district's own patterns.
 * Right behind a plain word four digits are enough (a year is not), behind a weak word five, further away one more.
 * @param languages the text may be in any of these
 */
export function findIdNumbers(
  text: string,
  context: CheckContext,
  languages: readonly string[] = [context.lang],
): Finding[] {
  const found: Finding[] = [];
  const add = (start: number, end: number) =>
    found.push({ type: 'id-number', severity: 'stop', start, end, text: text.slice(start, end), fix: '' });
  for (const id of NATIONAL)
    for (const match of text.matchAll(id.shape))
      if (languages.some((lang) => isNational(id, match, text, lang)))
        add(match.index, match.index + match[0].length);
  for (const [words, least] of BEHIND)
    for (const match of text.matchAll(words)) {
      const { id = '', between = '' } = match.groups ?? {};
      if (!isSchools(id, between.length > (CLOSE[least] ?? 0) ? least + 1 : least)) continue;
      let end = match.index + match[0].length;
      add(end - id.length, end);
      for (let next = moreAt(text, end, id); next; next = moreAt(text, end, id)) {
        add(next.start, next.end);
        end = next.end;
      }
    }
  for (const match of text.matchAll(IN_FRONT)) {
    const id = match.groups?.id ?? '';
    const start = match.index + match[0].indexOf(id);
    if (isSchools(id, 6)) add(start, start + id.length);
  }
  for (const cell of cellsUnder(text, (name) => first(name, HEADING) !== null))
    if (/^[\p{L}\d./ -]{1,30}$/u.test(cell.text) && isSchools(cell.text, 4)) add(cell.start, cell.end);
  for (const own of context.idPatterns)
    for (const match of text.matchAll(districtPattern(own))) add(match.index, match.index + match[0].length);
  return found;
}

/** The next number of a list, as long as the first. */
function moreAt(text: string, end: number, id: string): { start: number; end: number } | null {
  MORE.lastIndex = end;
  const more = MORE.exec(text);
  const next = more?.groups?.id ?? '';
  if (next.length !== id.length || !isSchools(next, 4)) return null;
  return { start: MORE.lastIndex - next.length, end: MORE.lastIndex };
}

type Shape = Omit<NationalId, 'shape' | 'near'> & { near: RegExp | null };

function isNational(id: Shape, match: RegExpExecArray, text: string, lang: string): boolean {
  const start = match.index;
  const end = start + match[0].length;
  if (
    id.near &&
    first(text.slice(Math.max(0, start - REACH), start) + text.slice(end, end + REACH / 2), id.near)
  )
    return true;
  if (id.near && !id.valid && !id.languages) return false;
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const languages = id.languages?.split(' ');
  if (languages && !languages.includes(base) && !languages.includes(ruleLanguage(lang))) return false;
  return id.valid?.(match[0].replace(/[^\p{L}\d*•]/gu, '')) ?? true;
}

function isSchools(id: string, least: number): boolean {
  const digits = id.replace(/\D/g, '');
  if (YEAR.test(id) || digits.length > 20) return false;
  return digits.length >= (/[A-Za-z]/.test(id) ? Math.min(4, least) : least);
}

const OWN = new Map<string, RegExp>();
const OWN_MAX = 40;

/** @param own literal text with `#` for a digit and `@` for a letter, at most 40 characters */
function districtPattern(own: string): RegExp {
  const known = OWN.get(own);
  if (known) return known;
  const source = [...own.slice(0, OWN_MAX)]
    .map((c) => (c === '#' ? '\\d' : c === '@' ? '\\p{L}' : c.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')))
    .join('');
  const made = pattern(
    `(?<![\\p{Script=Latin}\\d])${source === '' ? '(?!)' : source}(?![\\p{Script=Latin}\\d])`,
  );
  if (OWN.size < 200) OWN.set(own, made);
  return made;
}
