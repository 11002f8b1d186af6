import { HOSTILE } from './hostile.ts';
import { type Row, type Standing, standingOf } from './row.ts';
import { RULES } from './rules.ts';

/** The text of docs/conformance.md, made from the rows. */
export function conformanceDocument(): string {
  return [
    '# What holds, row by row',
    '',
    'Made from `test/conformance/rules.ts` and `hostile.ts`; `UPDATE_DOCS=1 npm test -- conformance` writes it anew.',
    'A row is *shown* when the tests that it names would fail if the behaviour were taken out. What is *not yet* there,',
    'or there only in part, says what is missing; tests that such a row names show that part.',
    '',
    '| | shown | not yet | out of scope | all |',
    '| --- | --: | --: | --: | --: |',
    counts('What other servers rely on', RULES),
    counts('Hostile and bad inputs', HOSTILE),
    '',
    '## What other servers rely on',
    '',
    ...table('', RULES),
    '',
    '## Hostile and bad inputs',
    '',
    ...table('H', HOSTILE),
    '',
  ].join('\n');
}

const count = (rows: readonly Row[], standing: Standing): number =>
  rows.filter((row) => standingOf(row) === standing).length;

function counts(title: string, rows: readonly Row[]): string {
  const numbers = [count(rows, 'shown'), count(rows, 'not yet'), count(rows, 'out of scope'), rows.length];
  return `| ${title} | ${numbers.join(' | ')} |`;
}

const MARKS: Record<Standing, string> = { shown: '✓', 'not yet': '…', 'out of scope': '–' };

function table(letter: string, rows: readonly Row[]): string[] {
  return [
    '| # | Rule | | Shown by, or what is missing |',
    '| --: | --- | :-: | --- |',
    ...rows.map((row) => {
      const standing = standingOf(row);
      const why = row.notYet ?? row.outOfScope;
      const said = [
        ...(why === undefined ? [] : [`*${standing}:* ${why}`]),
        ...(row.tests ?? []).map((test) => `“${test}”`),
      ];
      const cells = [`${letter}${row.n}`, row.rule, MARKS[standing], said.join('<br>')];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ];
}
