import { isQuiet } from './school-time.ts';

/** What can happen to a person that they may be told of. */
export type Happening =
  | 'tried'
  | 'replied'
  | 'answered'
  | 'reply-held'
  | 'followed'
  | 'thanked'
  | 'counted'
  | 'taken-back'
  | 'co-author-asked'
  | 'co-author-yes'
  | 'co-author-no'
  | 'schedule-held'
  | 'new-identity';

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
}

/**
 * Who is told what, and how: the one place that decides it. Everything stands among the notices; a letter is written
 * for the one thing that is worth interrupting for, and only to somebody who has not seen it yet.
 * @returns `now` or `later` (quiet hours) for a letter, `never` when there is none
 */
export function letterFor(
  happening: Happening,
  listener: Listener,
  now: Date,
  timezone: string,
): 'now' | 'later' | 'never' {
  if (happening !== 'tried' || !listener.mailTried || listener.hasRead) return 'never';
  return isQuiet(now, timezone) ? 'later' : 'now';
}
