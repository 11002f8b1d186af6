import { pattern, type RuleLanguage } from './scan.ts';

/** [shape, languages where it stands for itself]; `*` is any. Sources: numbering plans as people write them. */
const GROUPED: readonly [RegExp, string][] = (
  [
    // (505) 555-0143 · (030) 123456 · (55) 1234-5678 · （021）65432100
    ['[(（]\\+?\\d{2,5}[)）] ?[-/]? ?(?:\\d{3,8}(?:[-. ]\\d{2,5}){0,3})', '*'],
    ['[(（]0\\d{1,4}[)）] ?\\d{2}(?:[-. ]\\d{2,4}){1,4}', '*'],
    // North America: 505-555-0143, 505.555.0143, 1 505 555 0143; Colombia, China's 400
    ['(?:1[-. ])?\\d{3}[-.]\\d{3}[-.]\\d{4}', '*'],
    ['(?:1 )?[2-9]\\d{2} \\d{3}[ -](?!\\d000)\\d{4}', '*'],
    ['(?:1 )?\\d{3} \\d{3}-\\d{4}', '*'],
    ['555-\\d{4}', '*'],
    // Spain, and what is usual in Latin America
    ['[6789]\\d{2}([ .-])\\d{3}[ .-](?!000)\\d{3}', 'es'],
    ['[6789]\\d{2}([ .-])\\d{2}([ .-]\\d{2}){2}', 'es'],
    ['[89]\\d([ .-])\\d{3}([ .-]\\d{2}){2}', 'es'],
    ['[1-9]\\d[ -]\\d{4}[ -](?!0000)\\d{4}', 'es'],
    ['9[ -]\\d{4}[ -]\\d{4}', 'es'],
    ['(?!20[0-3]\\d)[2-9]\\d{3}-(?!\\d{2}00)\\d{4}', 'es'],
    // Brazil, Singapore, Hong Kong, India
    ['\\d{2} 9?\\d{4}-\\d{4}', '*'],
    ['[3689]\\d{3}[ -](?!\\d{2}00)\\d{4}', 'en zh other'],
    ['[6-9]\\d{4}[ -](?!00)\\d{5}', '*'],
    // China: 138 1234 5678, 86-138-1234-5678
    ['(?:86[- ])?1[3-9]\\d[- ]\\d{4}[- ]\\d{4}', '*'],
    ['(?:86[- ])?1[3-9]\\d[- ]\\d{3}[- ]\\d{5}', '*'],
  ] as const
).map(([source, languages]) => [pattern(`^${source}$`, 'u'), languages]);

const BARE: readonly [RegExp, string][] = (
  [
    ['00[1-9]\\d{7,12}', '*'],
    ['0[1-9]\\d{7,10}', '*'],
    ['(?:86)?1[3-9]\\d{9}', '*'],
    ['1?[2-9]\\d{2}[2-9]\\d{2}(?!0000)\\d{4}', 'en'],
    ['[6-9]\\d{5}(?!0000)\\d{4}', 'en'],
    ['[679]\\d{5}(?!000)\\d{3}', 'es'],
    ['[2-9]\\d{5}(?!0000)\\d{4}', 'es'],
  ] as const
).map(([source, languages]) => [pattern(`^${source}$`, 'u'), languages]);

/** @param written digits with spaces, dots, hyphens, slashes, brackets; @returns whether it is grouped as a telephone number */
export function groupedNumber(written: string, language: RuleLanguage): boolean {
  const plain = written
    .replace(/ {0,2}[-–] {0,2}/g, '-')
    .replace(/^(\+|00)(.{0,12}?)[(（]0[)）] ?/, '$1$2')
    .replace(/[(（]0[)）] ?/, '0');
  const digits = plain.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 17) return false;
  if (/^[(（]?\+/.test(written)) return digits.length >= 8 && digits.length <= 15;
  const groups = plain.match(/\d{1,15}/g) ?? [];
  if (groups.length === 1) return bareNumber(digits, language);
  return isDialled(groups, digits) || fits(GROUPED, plain, language);
}

/** @param digits without anything between them, and without `+` */
export function bareNumber(digits: string, language: RuleLanguage): boolean {
  return fits(BARE, digits, language);
}

/** A dialling code that begins with 0. Not so: cards 01 02 03, 05 06 2026, 001 002 003. */
function isDialled(groups: readonly string[], digits: string): boolean {
  const [code = '', second = '', ...rest] = groups;
  const counted = groups.every((group) => group.startsWith('0') && group.length === code.length);
  if (/^00[1-9]/.test(code)) return digits.length >= 10 && groups.length <= 7 && !counted;
  if (code === '0') return /^[89]\d{2}$/.test(second) && digits.length === 10;
  if (!/^0\d{1,5}$/.test(code) || digits.length > 13) return false;
  const others = [second, ...rest];
  if (others.some((group) => group.length === 1)) return false;
  if (others.every((group) => group.length === 2) && code.length === 2)
    return (
      groups.length === 5 &&
      !groups.every((group, i) => i === 0 || Number(group) === Number(groups[i - 1]) + 1)
    );
  if (code.length === 2 && second.length === 2 && rest.length === 1 && rest[0]?.length === 4) return false;
  return code.length === 2 || !counted;
}

function fits(shapes: readonly [RegExp, string][], written: string, language: RuleLanguage): boolean {
  return shapes.some(
    ([shape, languages]) =>
      (languages === '*' || languages.split(' ').includes(language)) && shape.test(written),
  );
}
