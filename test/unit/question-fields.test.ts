import { describe, expect, test } from '@jest/globals';
import { questionGist, questionInput, questionTitle } from '../../server/domain/question.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { sayAny, sayIn } from '../../web/kit/messages.ts';
import { readQuestion } from '../../web/questions/question-fields.ts';

const SENT = {
  question: 'How long do you wait?',
  lang: 'en',
  subjects: 'sciences',
  ageMin: '10',
  ageMax: '12',
  audience: 'everyone',
};
const problems = (change: Record<string, string | string[]>) => {
  const read = readQuestion({ ...SENT, ...change });
  return read.ok ? [] : read.problems.map(({ field, say }) => `${field}.${say}`);
};

describe('the form of a question', () => {
  test('is read as it was sent', () => {
    expect(
      readQuestion({ ...SENT, question: ' One.\r\nTwo. ', gistOther: 'Yksi.', gistOtherLang: 'fi' }),
    ).toEqual({
      ok: true,
      input: {
        question: 'One.\nTwo.',
        lang: 'en',
        gistOther: [{ lang: 'fi', text: 'Yksi.' }],
        subjects: ['sciences'],
        ageMin: 10,
        ageMax: 12,
        audience: 'everyone',
      },
    });
    expect(problems({ question: 'x'.repeat(LIMITS.question) })).toEqual([]);
  });

  test.each<[string, Record<string, string | string[]>]>([
    ['question.missing', { question: ' \n' }],
    ['question.missing', { question: '***' }],
    ['question.too-long', { question: 'x'.repeat(LIMITS.question + 1) }],
    ['question.too-long', { question: 'x'.repeat(LIMITS.question * 9) }],
    ['subjects.missing', { subjects: [] }],
    ['subjects.too-many', { subjects: ['music', 'sciences', 'geography', 'history'] }],
    ['subjects.unknown', { subjects: ['cooking'] }],
    ['ages.missing', { ageMin: '' }],
    ['ages.order', { ageMin: '13' }],
    ['ageMax.not-a-number', { ageMax: 'twelve' }],
    ['ageMax.age-range', { ageMax: '120' }],
    ['audience.unknown', { audience: 'me' }],
    ['gistOther.no-language', { gistOther: 'Yksi.' }],
    ['gistOther.too-long', { gistOther: 'x'.repeat(281), gistOtherLang: 'fi' }],
  ])('%s is said in a sentence, and nothing else is', (problem, change) => {
    expect(problems(change)).toEqual([problem]);
    expect(sayAny(sayIn('en'), `error.${problem}`)).not.toBe(sayIn('en')('error.unknown'));
  });
});

describe('the title and the gist of a question', () => {
  const words =
    'Who lets wrong answers stand on the board for a whole lesson, and how do you keep it from shaming anybody?';

  test('are all of a short one', () => {
    expect([questionTitle('How long?'), questionGist('How long?')]).toEqual(['How long?', 'How long?']);
  });

  test('are the beginning of a long one, up to a whole word', () => {
    expect(questionTitle(words)).toBe(
      'Who lets wrong answers stand on the board for a whole lesson, and how do you keep it from…',
    );
    expect(questionGist(words)).toBe(words);
    expect(questionGist(words.repeat(4))).toMatch(/^Who lets .*\S…$/);
  });

  test.each(['一题多解怎样才不会变成比谁快呢'.repeat(20), '🙂'.repeat(300), 'x'.repeat(500)])(
    'fit where there are no spaces: %s',
    (text) => {
      expect([...questionTitle(text)]).toHaveLength(LIMITS.title);
      expect([...questionGist(text)]).toHaveLength(LIMITS.gist);
      expect(questionTitle(text).isWellFormed()).toBe(true);
    },
  );

  test('a question to oneself is none', () => {
    expect(
      questionInput.safeParse({ ...SENT, subjects: ['music'], ageMin: 1, ageMax: 2, audience: 'me' }).success,
    ).toBe(false);
  });
});
