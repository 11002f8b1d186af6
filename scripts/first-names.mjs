// Builds server/check/first-names/: the first names of many countries that the student check knows.
// Sources: @faker-js/faker (MIT; see docs/student-check-names.md) and the lists in scripts/first-names/, written for Ajar.
// Usage: node scripts/first-names.mjs, after a change of either; what it writes is committed.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';

const LISTS = new URL('./first-names/', import.meta.url);
const TARGET = new URL('../server/check/first-names/', import.meta.url);
const WIDTH = 110;
/** Latin letters only; where a locale has a list “generic” it is left out when it holds words rather than names. */
const LOCALES =
  `en es es_MX fi de de_AT de_CH fr fr_SN pl sv nb_NO da nl nl_BE pt_BR pt_PT ro sk hr sr_RS_latin
  sl_SI hu id_ID en_IN en_NG en_GH en_ZA zu_ZA yo_NG ku_kmr_latin af_ZA vi`.split(/\s+/);
const NOT_GENERIC = ['vi', 'yo_NG', 'en'];
/** Words, brands and initials that stand in those lists and are no names of children. */
const DROPPED = new Set(readFileSync(new URL('dropped.txt', LISTS), 'utf8').split(/\s+/));

/** Small letters without accents; must be the same as `foldedName` of server/check/folded-name.ts. */
function folded(name) {
  return name
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[øöœ]/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/[ıİ]/g, 'i')
    .replace(/ə/g, 'e')
    .replace(/æ/g, 'ae')
    .replace(/þ/g, 'th')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

function fakerNames() {
  return LOCALES.flatMap((locale) => {
    const lists = allLocales[locale]?.person?.first_name ?? {};
    return Object.entries(lists)
      .filter(([kind]) => kind !== 'generic' || !NOT_GENERIC.includes(locale))
      .flatMap(([, names]) => (locale === 'vi' ? names.flatMap((name) => name.split(' ').slice(-1)) : names));
  });
}

function ownNames() {
  return readdirSync(LISTS)
    .filter((file) => file.endsWith('.txt') && file !== 'dropped.txt')
    .flatMap((file) => readFileSync(new URL(file, LISTS), 'utf8').split(/\s+/));
}

const all = [...fakerNames(), ...ownNames()].filter(Boolean);
const latin = new Set(all.map(folded).filter((name) => /^[a-z]{3,}$/.test(name) && !DROPPED.has(name)));
const han = new Set(
  [...all, ...Object.values(allLocales.zh_CN.person.first_name).flat()].filter((name) =>
    /^\p{Script=Han}{2}$/u.test(name),
  ),
);

for (const file of readdirSync(TARGET)) rmSync(new URL(file, TARGET));
for (const [range, file] of [
  ['a', 'a'],
  ['bcd', 'b-to-d'],
  ['efgh', 'e-to-h'],
  ['ijkl', 'i-to-l'],
  ['mnopq', 'm-to-q'],
  ['rstuvwxyz', 'r-to-z'],
]) {
  write(file, 'NAMES', [...latin].filter((name) => range.includes(name[0])).sort());
}
write('han', 'NAMES', [...han].sort());
const finnish = readFileSync(new URL('finnish.txt', LISTS), 'utf8')
  .toLowerCase()
  .split(/\s+/)
  .filter(Boolean);
write('finnish', 'FINNISH_NAMES', [...new Set(finnish)].sort());
process.stdout.write(`${latin.size} names in Latin letters, ${han.size} in Chinese characters\n`);

function write(file, constant, names) {
  const lines = [];
  let line = '';
  for (const name of names) {
    if (line && line.length + 1 + [...name].length * (/\p{Script=Han}/u.test(name) ? 2 : 1) > WIDTH) {
      lines.push(line);
      line = name;
    } else line = line ? `${line} ${name}` : name;
  }
  const source = `// Built by scripts/first-names.mjs; sources and licences: docs/student-check-names.md\nexport const ${constant} = \`\n${[...lines, line].join('\n')}\n\`;\n`;
  writeFileSync(new URL(`${file}.ts`, TARGET), source);
}
