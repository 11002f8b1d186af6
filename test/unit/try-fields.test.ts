import { describe, expect, test } from '@jest/globals';
import { readTry } from '../../web/tries/try-fields.ts';

const sent = {
  changed: 'A song.',
  happened: 'They sang.',
  verdict: 'worked',
  lang: 'en',
  audience: 'everyone',
};

describe('the form of a try', () => {
  test('what happened and how it went are enough', () => {
    const read = readTry({ ...sent, changed: '' });
    expect(read).toMatchObject({
      ok: true,
      input: { happened: 'They sang.', verdict: 'worked', ageMin: null },
    });
  });

  test('says everything that is missing or does not fit, each once', () => {
    const read = readTry({
      ...sent,
      happened: ' ',
      verdict: '',
      ageMin: 'ten',
      changed: 'x'.repeat(601),
      gistOther: 'Laulu.',
    });
    expect(read).toEqual({
      ok: false,
      problems: [
        { field: 'gistOther', say: 'no-language' },
        { field: 'changed', say: 'too-long' },
        { field: 'happened', say: 'missing' },
        { field: 'verdict', say: 'missing' },
        { field: 'ageMin', say: 'not-a-number' },
      ],
    });
  });

  test('the younger age comes first', () => {
    expect(readTry({ ...sent, ageMin: '12', ageMax: '9' })).toEqual({
      ok: false,
      problems: [{ field: 'ages', say: 'order' }],
    });
  });
});
