import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Gathers calls that come at the same time and answers them with one: many inserts become one statement.
 * While one batch runs the next one gathers, so nobody waits for a timer unless `gatherMs` asks for one.
 * @param max items in one batch
 * @param gatherMs how long a batch gathers at least, in milliseconds
 */
export function batched<T>(
  run: (items: T[]) => Promise<unknown>,
  max: number,
  gatherMs = 0,
): (item: T) => Promise<void> {
  let waiting: { item: T; done: () => void; fail: (error: unknown) => void }[] = [];
  let running = false;
  const flush = async () => {
    running = true;
    while (waiting.length > 0) {
      if (gatherMs > 0 && waiting.length < max) await sleep(gatherMs);
      const batch = waiting.slice(0, max);
      waiting = waiting.slice(max);
      try {
        await run(batch.map((one) => one.item));
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.fail(error);
      }
    }
    running = false;
  };
  return (item) =>
    new Promise<void>((done, fail) => {
      waiting.push({ item, done, fail });
      if (!running) setImmediate(() => running || void flush());
    });
}
