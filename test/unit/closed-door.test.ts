import { describe, expect, test } from '@jest/globals';
import { isDoorClosed } from '../../server/domain/door.ts';
import { ALWAYS_OPEN } from '../../server/domain/holiday.ts';
import { CONCERNS, concernOf, happeningsOf, letterFor } from '../../server/domain/telling.ts';

const TUESDAY = new Date('2026-11-24T09:00:00Z');
const EVENING = new Date('2026-11-24T19:00:00Z');
const later = new Date('2026-11-24T09:00:01Z');
const before = new Date('2026-11-24T08:59:59Z');

describe('a closed door', () => {
  test.each([
    ['is open when it was never closed', null, false],
    ['is closed until its time', later, true],
    ['is open at its time', TUESDAY, false],
    ['is open after it, by itself', before, false],
  ])('%s', (_name, until, closed) => {
    expect(isDoorClosed(until, TUESDAY)).toBe(closed);
  });

  const ruth = { mailTried: true, hasRead: false, doorClosedUntil: null };
  test.each([
    ['a try is written about', 'tried', ruth, TUESDAY, 'now'],
    ['in quiet hours it waits', 'tried', ruth, EVENING, 'later'],
    ['behind a closed door it waits', 'tried', { ...ruth, doorClosedUntil: later }, TUESDAY, 'later'],
    ['behind one that has opened it does not', 'tried', { ...ruth, doorClosedUntil: before }, TUESDAY, 'now'],
    ['what was read is not written about', 'tried', { ...ruth, hasRead: true }, TUESDAY, 'never'],
    ['nor what they do not want', 'tried', { ...ruth, mailTried: false }, TUESDAY, 'never'],
    ['what waits for them never is', 'reply-held', ruth, TUESDAY, 'never'],
    ['nor that things are busy', 'busy', ruth, TUESDAY, 'never'],
  ] as const)('%s', (_name, happening, listener, now, when) => {
    expect(letterFor(happening, listener, now, ALWAYS_OPEN)).toBe(when);
  });
});

test('everything that happens concerns a work, people or the node; what nobody knows is of the node', () => {
  const work = happeningsOf('work');
  const people = happeningsOf('people');
  expect(work.filter((one) => people.includes(one))).toEqual([]);
  for (const happening of work) expect(concernOf(happening)).toBe('work');
  for (const happening of people) expect(concernOf(happening)).toBe('people');
  expect(['report-closed', 'something-new', 'toString'].map(concernOf)).toEqual(['node', 'node', 'node']);
  expect(CONCERNS).toEqual(['work', 'people', 'node']);
});
