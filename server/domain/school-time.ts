import type { SchoolCalendar } from './holiday.ts';

const MORNING = { hour: 7, minute: 30 };
const DAY = 86_400_000;
/** Whoever enters holidays without an end still has a morning to wait for. */
const FARTHEST = 400;

/** The next school morning: half past seven on a school day, on the district's clock, and later than now. */
export function nextSchoolMorning(now: Date, calendar: SchoolCalendar): Date {
  for (let days = 0; ; days += 1) {
    const morning = morningOf(new Date(now.getTime() + days * DAY), calendar.timezone);
    if (morning > now && (isSchoolDay(morning, calendar) || days > FARTHEST)) return morning;
  }
}

/** Monday to Friday, on the district's clock, outside its holidays. */
export function isSchoolDay(now: Date, { timezone, holidays }: SchoolCalendar): boolean {
  if (['Sat', 'Sun'].includes(partsIn(now, timezone).weekday)) return false;
  const day = dayIn(now, timezone);
  return !holidays.some(({ from, to }) => from <= day && day <= to);
}

/** A day some days later: `dayAfter('2026-11-30', 1)` is `2026-12-01`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The day there: `2026-11-24`. */
export function dayIn(at: Date, timezone: string): string {
  const { year, month, day } = partsIn(at, timezone);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Quiet hours: from six in the evening to seven in the morning, and on days without school, on the district's clock. */
export function isQuiet(now: Date, calendar: SchoolCalendar): boolean {
  const { hour } = partsIn(now, calendar.timezone);
  return !isSchoolDay(now, calendar) || hour < 7 || hour >= 18;
}

/** Half past seven on the day that it is there. Clocks that are put back or forward do so at night. */
function morningOf(day: Date, timezone: string): Date {
  const there = partsIn(day, timezone);
  const asUtc = Date.UTC(there.year, there.month - 1, there.day, MORNING.hour, MORNING.minute);
  const first = asUtc - offset(new Date(asUtc), timezone);
  return new Date(asUtc - offset(new Date(first), timezone));
}

/** What the clock there is ahead of UTC, in milliseconds. */
function offset(at: Date, timezone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, timezone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

function partsIn(at: Date, timezone: string) {
  const options = { hourCycle: 'h23', weekday: 'short' } as const;
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  const clock = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: known(timezone),
    ...options,
    ...numbers,
    ...clock,
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    weekday: parts.get('weekday') ?? '',
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
}

function known(timezone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
