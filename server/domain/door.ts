/** For how many days a door can be closed. */
export const DOOR_DAYS = [1, 7, 30] as const;
export type DoorDays = (typeof DOOR_DAYS)[number];

/**
 * Whether somebody lets nobody in for a while: no replies under what they shared, no mentions, no new followers, no
 * letters. It opens by itself.
 */
export function isDoorClosed(closedUntil: Date | null | undefined, now: Date): boolean {
  return closedUntil != null && closedUntil > now;
}
