import { setTimeout as sleep } from 'node:timers/promises';
import { ask, keepAlive } from './ask.ts';
import type { School, Session } from './school.ts';

/** Somebody who reads, one page after the other: their home page, a story, what the district says of itself. */
export interface Reading {
  /** milliseconds for each page so far; forgets them */
  times(): number[];
  /** pages that were not answered 200 */
  readonly failed: string[];
  stop(): Promise<void>;
}

/** @param story the path of a page */
export function startReading(school: School, session: Session, story: string): Reading {
  const agent = keepAlive();
  const failed: string[] = [];
  let times: number[] = [];
  let reading = true;
  const pages = [
    ['/', () => session.get('/', { agent })],
    [story, () => ask(`${school.origin}${story}`, { agent })],
    ['/about', () => session.get('/about', { agent })],
  ] as const;
  const done = (async () => {
    for (let turn = 0; reading; turn += 1) {
      const [path, get] = pages[turn % pages.length] as (typeof pages)[number];
      const before = performance.now();
      const { status } = await get().catch((error: Error) => ({ status: error.message }));
      times.push(performance.now() - before);
      if (status !== 200) failed.push(`${path}: ${status}`);
      await sleep(10);
    }
  })();
  return {
    failed,
    times() {
      const seen = times;
      times = [];
      return seen;
    },
    async stop() {
      reading = false;
      await done;
      agent.destroy();
    },
  };
}
