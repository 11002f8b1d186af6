import { describe, expect, test } from '@jest/globals';
import {
  lacksOf,
  PHOTO_LIMITS,
  type PhotoLack,
  photoAnswers,
  photoChange,
  photoProblems,
} from '../../server/domain/photo.ts';
import { isMessageKey } from '../../web/kit/messages.ts';
import { readBoxes } from '../../web/photos/read-photo.ts';

const photo = (more: Partial<Parameters<typeof lacksOf>[0]> = {}) => ({
  alt: 'Three jars in a row, the third one is blue.',
  people: 'none' as const,
  consent: false,
  names: 'no' as const,
  ...more,
});
const students = photo({ people: 'students' as never });
const consented = { ...students, consent: true };

describe('what is asked of a photo before others see it', () => {
  test.each<[what: string, of: Parameters<typeof lacksOf>[0], everyone: PhotoLack[], district: PhotoLack[]]>([
    ['everything is answered', photo(), [], []],
    ['no text', photo({ alt: '' }), ['alt'], ['alt']],
    ['nobody said who is in it', photo({ people: null }), ['people'], ['people']],
    ['nobody looked in the corners', photo({ names: null }), ['names'], ['names']],
    ['names are there', photo({ names: 'yes' as never }), ['names-there'], []],
    ['grown-ups agreed', photo({ people: 'adults' as never }), [], []],
    ['students, no consent', students, ['students'], ['consent']],
    ['students, consent on file', consented, ['students'], []],
    [
      'nothing is answered',
      { alt: '', people: null, consent: false, names: null },
      ['alt', 'people', 'names'],
      ['alt', 'people', 'names'],
    ],
  ])('%s', (_what, of, everyone, district) => {
    expect(lacksOf(of, 'everyone', 'no-students')).toEqual(everyone);
    expect(lacksOf(of, 'network', 'no-students')).toEqual(everyone);
    expect(lacksOf(of, 'district', 'no-students')).toEqual(district);
    expect(lacksOf(of, 'me', 'no-students')).toEqual([]);
  });

  test('where the district lets students out, the teacher confirms consent', () => {
    expect(lacksOf(students, 'everyone', 'with-consent')).toEqual(['consent']);
    expect(lacksOf(consented, 'everyone', 'with-consent')).toEqual([]);
  });

  test('each problem of several photos is told once, in a sentence', () => {
    const several = [photo({ alt: '' }), photo({ alt: '', names: null }), students];
    const problems = photoProblems(several, 'everyone', 'no-students');
    expect(problems.map(({ say }) => say)).toEqual(['alt', 'names', 'students']);
    for (const { field, say } of [...problems, ...photoProblems([students], 'district', 'no-students')])
      expect([isMessageKey(`error.${field}.${say}`), isMessageKey(`photo.todo.${say}`)]).toEqual([
        true,
        true,
      ]);
  });

  test('answers are cleaned and capped', () => {
    const answers = { people: 'none', names: 'no', consent: false };
    expect(photoAnswers.parse({ ...answers, alt: ' a\u0000 b\n c ' }).alt).toBe('a b c');
    expect(photoAnswers.safeParse({ ...answers, alt: 'x'.repeat(PHOTO_LIMITS.alt + 1) }).success).toBe(false);
    expect(photoAnswers.safeParse({ ...answers, people: 'everybody', alt: '' }).success).toBe(false);
  });
});

describe('cover boxes as four numbers', () => {
  const box = (name: string, [x, y, width, height]: string[]) => ({
    [name]: x ?? '',
    [`${name}-y`]: y ?? '',
    [`${name}-width`]: width ?? '',
    [`${name}-height`]: height ?? '',
  });

  test('numbers are read as people write them; empty boxes are none', () => {
    expect(
      readBoxes({ ...box('box1', ['10', '12,5', '30 %', '5']), ...box('box3', ['0', '0', '1', '1']) }),
    ).toEqual({
      ok: true,
      value: {
        covers: [
          { x: 10, y: 12.5, width: 30, height: 5 },
          { x: 0, y: 0, width: 1, height: 1 },
        ],
        crop: null,
      },
    });
  });

  test.each([
    [{}, 'box1', 'missing'],
    [box('box2', ['10', '', '5', '5']), 'box2', 'incomplete'],
    [box('box1', ['ten', '1', '5', '5']), 'box1', 'percent'],
    [box('box1', ['101', '1', '5', '5']), 'box1', 'percent'],
    [box('box1', ['100', '1', '5', '5']), 'box1', 'percent'],
    [box('box1', ['-1', '1', '5', '5']), 'box1', 'percent'],
    [box('box4', ['1', '1', '0', '5']), 'box4', 'percent'],
    [box('crop', ['1', '1', '5']), 'crop', 'incomplete'],
  ])('%j is a problem of %s: %s', (form, field, say) => {
    const read = readBoxes(form);
    expect(read.ok ? [] : read.problems).toEqual([{ field, say }]);
    expect(isMessageKey(`error.${field}.${say}`)).toBe(true);
  });

  test('a change is of something, and of no more boxes than a photo has room for', () => {
    const one = { x: 1, y: 1, width: 1, height: 1 };
    expect(photoChange.safeParse({ covers: [], crop: null }).success).toBe(false);
    expect(photoChange.safeParse({ covers: [], crop: one }).success).toBe(true);
    expect(photoChange.safeParse({ covers: Array(13).fill(one), crop: null }).success).toBe(false);
  });
});
