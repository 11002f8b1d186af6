import { isDoorClosed } from './door.ts';
import type { SchoolCalendar } from './holiday.ts';
import { isQuiet } from './school-time.ts';

/** What a notice is about: something that one shared, somebody, or the node. */
export const CONCERNS = ['work', 'people', 'node'] as const;
export type Concern = (typeof CONCERNS)[number];

/** What can happen to a person that they may be told of, and what that is about. */
const HAPPENINGS = {
  tried: 'work',
  counted: 'work',
  replied: 'work',
  'reply-held': 'work',
  answered: 'work',
  built: 'work',
  thanked: 'work',
  busy: 'work',
  'looked-after': 'work',
  'taken-back': 'work',
  'moderator-took-back': 'work',
  'co-author-asked': 'work',
  'co-author-yes': 'work',
  'co-author-no': 'work',
  'schedule-held': 'work',
  followed: 'people',
  'new-identity': 'people',
  'report-waits': 'node',
  'report-closed': 'node',
} as const satisfies Record<string, Concern>;

export type Happening = keyof typeof HAPPENINGS;

/** What a happening is about; one that is not known is about the node. */
export function concernOf(happening: string): Concern {
  return Object.hasOwn(HAPPENINGS, happening) ? HAPPENINGS[happening as Happening] : 'node';
}

/** Everything that can happen to what somebody shared, or with people; of the node is what is in neither list. */
export function happeningsOf(concern: 'work' | 'people'): Happening[] {
  return (Object.keys(HAPPENINGS) as Happening[]).filter((happening) => HAPPENINGS[happening] === concern);
}

/** What it is to the owner of a thread that somebody said something there. */
export function happeningOf(reply: { held: boolean; answersQuestion: boolean }): Happening {
  if (reply.held) return 'reply-held';
  return reply.answersQuestion ? 'answered' : 'replied';
}

/** What decides it. */
export interface Listener {
  /** the person wants a letter when somebody tried their work */
  mailTried: boolean;
  /** they have seen the notice already */
  hasRead: boolean;
  /** until when their door is closed */
  doorClosedUntil: Date | null;
}

/**
 * Who is told what, and how: the one place that decides it. Everything stands among the notices; a letter is written
 * for the one thing that is worth interrupting for, and only to somebody who has not seen it yet.
 * @returns `now` or `later` (quiet hours, a closed door) for a letter, `never` when there is none
 */
export function letterFor(
  happening: Happening,
  listener: Listener,
  now: Date,
  calendar: SchoolCalendar,
): 'now' | 'later' | 'never' {
  if (happening !== 'tried' || !listener.mailTried || listener.hasRead) return 'never';
  return isQuiet(now, calendar) || isDoorClosed(listener.doorClosedUntil, now) ? 'later' : 'now';
}
