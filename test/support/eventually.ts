import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until `look` gives something other than null, undefined or false, or until `seconds` have passed.
 * @throws Error naming what was waited for, with the last error
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end)
      throw new Error(
        `waited ${seconds} s in vain: ${what}${last ? ` (${last instanceof Error ? last.message : String(last)})` : ''}`,
      );
    await sleep(50);
  }
}
