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
    expect(withFixes(text, questionsOf([{ field: 'how', text }], context))).toBe('See a file there.');
  });

  test('a fix that takes something out leaves one space', () => {
    const text = `I wrote to ${MAIL} and waited.`;
    expect(withFixes(text, questionsOf([{ field: 'how', text }], context))).toBe('I wrote to and waited.');
  });
});
