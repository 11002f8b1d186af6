import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { conformanceDocument } from '../conformance/document.ts';
import { HOSTILE } from '../conformance/hostile.ts';
import { testNames } from '../conformance/names.ts';
import { standingOf } from '../conformance/row.ts';
import { RULES } from '../conformance/rules.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('the tables of what holds', () => {
  test('have every row once, in order, and each says where it stands', () => {
    expect(RULES.map((row) => row.n)).toEqual(upTo(110));
    expect(HOSTILE.map((row) => row.n)).toEqual(upTo(66));
    for (const row of [...RULES, ...HOSTILE]) {
      expect(['shown', 'not yet', 'out of scope']).toContain(standingOf(row));
      expect(row.rule.length).toBeGreaterThan(10);
    }
  });

  test('name only tests that are there', () => {
    const names = testNames(new URL('../', import.meta.url));
    expect(names).toContain('the tables of what holds › name only tests that are there');
    const missing = [...RULES, ...HOSTILE].flatMap((row) =>
      (row.tests ?? []).filter((name) => !names.has(name)).map((name) => `${row.n}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('are what the document says', () => {
    const file = new URL('../../docs/conformance.md', import.meta.url);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(file, conformanceDocument());
    expect(readFileSync(file, 'utf8')).toBe(conformanceDocument());
  });
});
