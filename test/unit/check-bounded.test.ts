import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { pattern, unboundedQuantifier } from '../../server/check/scan.ts';
import { stepsOf } from '../support/regex-steps.ts';

const ROOM = new URL('../../server/check/', import.meta.url);

/** Every pattern that the rules make, caught as it is made. */
const made = await (async () => {
  const patterns = new Map<string, RegExp>();
  const Real = globalThis.RegExp;
  globalThis.RegExp = class extends Real {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      patterns.set(`${this.source} ${this.flags}`, this);
    }
  } as RegExpConstructor;
  const { checkText } = await import('../../server/check/check-text.ts');
  for (const lang of ['en', 'es', 'fi', 'de', 'fr', 'zh', 'sv'])
    checkText('DOB 4 March 2014', { lang, authors: [], emails: [], smallN: 10, idPatterns: ['PH-####'] });
  globalThis.RegExp = Real;
  return [...patterns.values()];
})();

/** What rules begin to match and then do not find the end of. */
const HOSTILE = [
  'a',
  'a (at) ',
  '1',
  '1 ',
  '+1',
  'turned 11 on the ',
  `student id ${'1'.repeat(90)} `,
  `student id ${'a1'.repeat(20)}`,
  '3 of my 4 ',
  'neljästä a b kolme',
  '我的4名中有',
  'https://a.b/',
  '  ',
];
const LENGTH = 104;
/** One of some thousand words may begin at any place of a text; that is what a place may cost. */
const STEPS_PER_PLACE = 2_000;

test('there are patterns to look at', () => {
  expect(made.length).toBeGreaterThan(80);
});

test.each(HOSTILE)('no pattern of the rules looks long at %j', (seed) => {
  const text = seed.repeat(LENGTH).slice(0, LENGTH);
  const slow = made
    .map((one) => ({
      steps: stepsOf(one, text, STEPS_PER_PLACE * LENGTH),
      pattern: one.source.slice(0, 200),
    }))
    .filter(({ steps }) => steps >= STEPS_PER_PLACE * LENGTH);
  expect(slow).toEqual([]);
});

test('the counter sees what it is for', () => {
  expect(stepsOf(/^(?:a{1,30}){1,30}$/, `${'a'.repeat(28)}!`, 100_000)).toBe(100_000);
  expect(stepsOf(/^a{1,30}$/, `${'a'.repeat(28)}!`, 100_000)).toBeLessThan(2000);
});

test('a pattern with an unbounded quantifier is not made', () => {
  for (const source of ['a*', '[ab]+', '(?:ab){2,}', '\\d+?'])
    expect(() => pattern(source)).toThrow(/Unbounded/);
  for (const source of ['a\\*', '[*+]{1,2}', '\\p{L}{2,3}', '(?:a|\\+){0,4}', '[\\]*]'])
    expect(unboundedQuantifier(source)).toBeNull();
});

/** What is written as `/…/` looks at short passages; there a `*` may stand, as long as it does not count what it counted. */
test('no pattern in the room counts again what it has counted', () => {
  const files = readdirSync(ROOM).filter((file) => file.endsWith('.ts'));
  const literals = files.flatMap((file) => literalsOf(readFileSync(new URL(file, ROOM), 'utf8')));
  expect(literals.length).toBeGreaterThan(30);
  const texts = ['a', 'a-', '1 ', 'Aa ', ' .'].map((seed) => `${seed.repeat(LENGTH).slice(0, LENGTH)}\n!`);
  const slow = literals.filter((one) =>
    texts.some((text) => stepsOf(one, text, STEPS_PER_PLACE * LENGTH) >= STEPS_PER_PLACE * LENGTH),
  );
  expect(slow).toEqual([]);
});

function literalsOf(code: string): RegExp[] {
  const found: RegExp[] = [];
  const visit = (node: ts.Node) => {
    const [, source = '', flags = ''] = ts.isRegularExpressionLiteral(node)
      ? (/^\/([\s\S]*)\/(\w*)$/.exec(node.text) ?? [])
      : [];
    if (source !== '') found.push(new RegExp(source, flags));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest));
  return found;
}
