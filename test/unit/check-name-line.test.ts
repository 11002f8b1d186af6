import { describe, expect, test } from '@jest/globals';
import { reachesSomebody } from '../../server/check/name-line.ts';

describe('the line of a person’s name', () => {
  test.each([
    'Ruth Okafor',
    'Ms. O’Neill (room 214)',
    'Marja-Liisa Virtanen-Häkkinen',
    '陈文慧',
    'Mr Bell, grade 7, 2026–27',
    'Priya · coach · 3 schools',
    'Ruth @ruth@pinehollow.example',
  ])('%s is a name', (name) => {
    expect(reachesSomebody(name)).toBe(false);
  });

  test.each([
    'Ruth ruth@school.example',
    'Ruth (at) school (dot) org',
    'Ruth +358 40 123 4567',
    'Ruth 131052-308T',
    'Ruth, student ID 20481377',
  ])('%s is more than that', (name) => {
    expect(reachesSomebody(name)).toBe(true);
  });
});
