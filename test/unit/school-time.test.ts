import { describe, expect, test } from '@jest/globals';
import type { Holiday } from '../../server/domain/holiday.ts';
import { dayAfter, isQuiet, isSchoolDay, nextSchoolMorning } from '../../server/domain/school-time.ts';

const next = (now: string, timezone: string, holidays: readonly Holiday[] = []): string =>
  nextSchoolMorning(new Date(now), { timezone, holidays }).toISOString();

const WINTER = { from: '2026-12-21', to: '2027-01-03' };

describe('the next school morning', () => {
  test.each([
    ['on a Tuesday evening it is Wednesday', '2026-11-24T20:00:00Z', 'UTC', '2026-11-25T07:30:00.000Z'],
    ['before school it is today', '2026-11-24T05:00:00Z', 'UTC', '2026-11-24T07:30:00.000Z'],
    ['at half past seven it is tomorrow', '2026-11-24T07:30:00Z', 'UTC', '2026-11-25T07:30:00.000Z'],
    ['on a Friday noon it is Monday', '2026-11-27T12:00:00Z', 'UTC', '2026-11-30T07:30:00.000Z'],
    ['in New Mexico by their clock', '2026-11-24T20:00:00Z', 'America/Denver', '2026-11-25T14:30:00.000Z'],
    ['in Shanghai by theirs', '2026-11-24T20:00:00Z', 'Asia/Shanghai', '2026-11-24T23:30:00.000Z'],
    ['Sunday there is Sunday', '2026-11-29T01:00:00Z', 'America/Denver', '2026-11-30T14:30:00.000Z'],
    ['after the clocks went back', '2026-10-31T12:00:00Z', 'America/Denver', '2026-11-02T14:30:00.000Z'],
    ['after they went forward', '2026-03-07T12:00:00Z', 'America/Denver', '2026-03-09T13:30:00.000Z'],
    ['where nobody knows the zone', '2026-11-24T20:00:00Z', 'Nowhere/Land', '2026-11-25T07:30:00.000Z'],
  ])('%s', (_name, now, timezone, morning) => {
    expect(next(now, timezone)).toBe(morning);
  });
});

describe('holidays', () => {
  test.each([
    [
      'from the last afternoon it is the Monday after them',
      '2026-12-18T16:00:00Z',
      'UTC',
      '2027-01-04T07:30:00.000Z',
    ],
    ['on their last day too', '2027-01-03T09:00:00Z', 'UTC', '2027-01-04T07:30:00.000Z'],
    ['the morning before them is one', '2026-12-18T05:00:00Z', 'UTC', '2026-12-18T07:30:00.000Z'],
    [
      'they begin by the clock of the place',
      '2026-12-21T03:00:00Z',
      'America/Denver',
      '2027-01-04T14:30:00.000Z',
    ],
  ])('%s', (_name, now, timezone, morning) => {
    expect(next(now, timezone, [WINTER])).toBe(morning);
  });

  test('a single day is skipped, and one that never ends is not waited for', () => {
    expect(next('2026-11-24T20:00:00Z', 'UTC', [{ from: '2026-11-25', to: '2026-11-25' }])).toBe(
      '2026-11-26T07:30:00.000Z',
    );
    const forever = [{ from: '2026-01-01', to: '9999-12-31' }];
    expect(Date.parse(next('2026-11-24T20:00:00Z', 'UTC', forever))).toBeGreaterThan(
      Date.parse('2027-12-01T00:00:00Z'),
    );
  });

  test.each([
    ['2026-12-21T10:00:00Z', true],
    ['2027-01-01T10:00:00Z', true],
    ['2026-12-18T10:00:00Z', false],
    ['2027-01-04T10:00:00Z', false],
    ['2027-01-04T06:00:00Z', true],
  ])('%s is quiet: %s', (now, isOne) => {
    expect(isQuiet(new Date(now), { timezone: 'UTC', holidays: [WINTER] })).toBe(isOne);
  });
});

describe('a school day', () => {
  test.each([
    ['Friday is one', '2026-11-27T12:00:00Z', 'UTC', true],
    ['Saturday is none', '2026-11-28T12:00:00Z', 'UTC', false],
    [
      'Sunday evening there is none, though it is Monday elsewhere',
      '2026-11-30T02:00:00Z',
      'America/Denver',
      false,
    ],
    [
      'Monday morning there is one, though it is Sunday elsewhere',
      '2026-11-29T20:00:00Z',
      'Asia/Shanghai',
      true,
    ],
  ])('%s', (_name, now, timezone, isOne) => {
    expect(isSchoolDay(new Date(now), { timezone, holidays: [] })).toBe(isOne);
  });

  test.each([
    ['2026-11-24', 1, '2026-11-25'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-24', 7, '2028-03-02'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(dayAfter(day, days)).toBe(then);
  });
});
