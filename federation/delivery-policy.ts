/** When a delivery is tried again and when a host is left alone: pure rules, times in seconds. */

/** Delays after the first, second … failed attempt; the last one repeats. */
const DELAYS = [30, 120, 300, 600, 3_600, 14_400, 43_200];
/** After this a delivery is a dead letter. */
const GIVE_UP_AFTER = 7 * 86_400;
/** So many failures in a row open a host's circuit. */
const FAILURES_TO_OPEN = 5;

const STUCK_AFTER = 3;

export type Verdict = 'delivered' | 'again' | 'refused';

/** What an answer means. 401, 408, 429 and 5xx may pass; every other 4xx, 501 and redirects do not. */
export function verdictOf(status: number): Verdict {
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 401 || status === 408 || status === 429 || (status >= 500 && status !== 501)) return 'again';
  return 'refused';
}

/**
 * The delay before the next attempt, with up to a tenth more at random; null when it is time to give up.
 * @param attempts failed attempts so far, this one included
 * @param ageSeconds since the delivery was made
 * @param retryAfter what the other server asked for, obeyed up to a day
 * @param probeIn seconds between probes when the host's circuit is open: they take the place of the delays, so that
 *   its return is noticed however long it was away
 */
export function nextDelay(
  attempts: number,
  ageSeconds: number,
  retryAfter: number | null,
  probeIn: number | null = null,
  random: () => number = Math.random,
): number | null {
  if (ageSeconds >= GIVE_UP_AFTER) return null;
  const base = probeIn ?? DELAYS[Math.min(attempts, DELAYS.length) - 1] ?? 30;
  const asked = Math.min(retryAfter ?? 0, 86_400);
  return Math.max(base * (1 + random() * 0.1), asked);
}

/**
 * Whether a delivery is stuck: tried so often, and answered, though not that everything must wait. Then the trouble is
 * with this one and not with the host; it waits alone.
 * @param attempts failed ones, this one included @param status what the last one was answered
 */
export function isStuck(attempts: number, status: number | null): boolean {
  return attempts >= STUCK_AFTER && status !== null && status !== 429 && status !== 503;
}

/** Whether a host's circuit is open after a failure. */
export function opensCircuit(failures: number): boolean {
  return failures >= FAILURES_TO_OPEN;
}

/** How long an open circuit rests before the next probe: 5 minutes for a day, then 30, then 6 hours after three days. */
export function probeDelay(openSeconds: number): number {
  if (openSeconds < 86_400) return 300;
  return openSeconds < 3 * 86_400 ? 1_800 : 21_600;
}
