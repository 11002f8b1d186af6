import { expect, test } from '@jest/globals';
import { around } from '../../web/check/around.ts';

const WORDS = 'word '.repeat(40).trim();

test('a short text is shown whole', () => {
  expect(around('Maya waited longest.', 0, 4)).toEqual({ before: '', after: ' waited longest.' });
});

test('a long one begins and ends with a whole word', () => {
  const text = `${WORDS} Maya ${WORDS}`;
  const start = text.indexOf('Maya');
  for (const shift of [0, 1, 2, 3]) {
    const { before, after } = around(text, start - shift, start + 4 + shift);
    expect(before).toMatch(/^… (word )+/);
    expect(after).toMatch(/( ?word)+ …$/);
  }
});

test('without spaces nothing of it is lost', () => {
  const text = '学'.repeat(200);
  expect(around(text, 100, 101)).toEqual({ before: `… ${'学'.repeat(60)}`, after: `${'学'.repeat(60)} …` });
});
