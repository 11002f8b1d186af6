import { getLogger } from '@logtape/logtape';
import { leaseActivities } from '../server/store/inbox.ts';
import { Beside } from './inbox/beside.ts';
import { handle } from './inbox/handle.ts';
import type { Read } from './inbox/prepare.ts';
import type { Office } from './office.ts';
import { readActivity } from './read-activity.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'inbox']);

const BATCH = 200;
const LEASE_SECONDS = 120;
/** how long a batch waits for other servers; what is not ready by then is handled beside the next ones */
const PATIENCE_MS = 100;

/** Handles stored activities: their effects and their acknowledgement share a transaction. */
export function startInboxWorker(office: Office): Loop {
  const stopping = new AbortController();
  const beside = new Beside(office, stopping.signal);
  const loop = startLoop({
    idleMs: 1_000,
    onError: (error) => log.error('inbox worker: {error}', { error }),
    round: async () => {
      const leased = await leaseActivities(office.ctx.db, BATCH, LEASE_SECONDS);
      const read = await Promise.all(
        leased.map(async (one): Promise<Read> => ({ ...one, json: await readActivity(one.body) })),
      );
      await beside.take(await handle(office, read, PATIENCE_MS, stopping.signal));
      return leased.length === BATCH;
    },
  });
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort();
      await loop.stop();
      await beside.rest();
    },
  };
}
