import { describe, expect, test } from '@jest/globals';
import { questionsOf, withFixes } from '../../server/check/questions.ts';

const context = { lang: 'en', authors: [], emails: [], smallN: 10, idPatterns: [] };
const MAIL = 'maya@family.example';

describe('the questions about all texts of one thing', () => {
  test('stand in the text of their field', () => {
    const texts = [
      { field: 'title', text: 'Waiting' },
      { field: 'how', text: `I wrote to ${MAIL}.` },
      { field: 'gist', text: `${MAIL} again` },
    ];
    const found = questionsOf(texts, context);
    expect(found.map(({ field, start, end }) => [field, start, end])).toEqual([
      ['how', 11, 30],
      ['gist', 0, 19],
    ]);
    for (const { field, start, end, text } of found)
      expect(texts.find((one) => one.field === field)?.text.slice(start, end)).toBe(text);
  });

  test('are asked about the whole of a text that is far too long', () => {
    const text = `${'word '.repeat(30_000)}${MAIL} and more`;
    const found = questionsOf([{ field: 'how', text }], context);
    expect(found.map((one) => [one.type, text.slice(one.start, one.end)])).toEqual([['email', MAIL]]);
  });

  test('name the same student by the same letter in every field', () => {
    const found = questionsOf(
      [
        { field: 'how', text: 'A student called Devon laughed. Then Madison, a student, wrote.' },
        { field: 'students', text: 'Madison said no. Devon said yes.' },
      ],
      context,
    ).filter(({ type }) => type === 'name');
    const fixOf = (field: string, name: string) =>
      found.find((one) => one.field === field && one.text === name)?.fix;
    expect(fixOf('how', 'Madison')).toBe(fixOf('students', 'Madison'));
    expect(fixOf('how', 'Devon')).not.toBe(fixOf('how', 'Madison'));
  });

  test('a private link goes and its words stay', () => {
    const text = 'See [a file](https://drive.google.com/file/d/abc123) there.';
    const fixed = withFixes(text, questionsOf([{ field: 'how', text }], context));
    expect(fixed).toEqual({ text: 'See a file there.', gaps: ['See a file'.length] });
  });

  test('a fix that takes something out leaves one space', () => {
    const text = `I wrote to ${MAIL} and waited.`;
    const fixed = withFixes(text, questionsOf([{ field: 'how', text }], context));
    expect(fixed).toEqual({ text: 'I wrote to and waited.', gaps: ['I wrote to '.length] });
  });

  test('a fix at the beginning leaves none', () => {
    const text = `${MAIL} answered.`;
    const fixed = withFixes(text, questionsOf([{ field: 'how', text }], context));
    expect(fixed).toEqual({ text: 'answered.', gaps: [0] });
  });

  test('gaps of earlier fixes move along; words that are replaced leave none', () => {
    const text = `I wrote to and waited. A student called Devon laughed. So I asked ${MAIL} again.`;
    const found = questionsOf([{ field: 'how', text }], context);
    const earlier = ['I wrote to '.length, 'I wrote to and waited. A student called Devon laughed.'.length];
    const fixed = withFixes(text, found, earlier);
    expect(fixed.text).toMatch(/^I wrote to and waited\. A student called .+ laughed\. So I asked again\.$/);
    expect(fixed.text).not.toContain('Devon');
    expect(fixed.gaps.map((gap) => fixed.text.slice(0, gap).split(' ').at(-1) || ' ')).toEqual([
      ' ',
      'laughed.',
      ' ',
    ]);
    expect(fixed.text.slice(fixed.gaps[2])).toBe('again.');
  });
});
