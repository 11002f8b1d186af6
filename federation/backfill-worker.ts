import { getLogger } from '@logtape/logtape';
import { endSitting, type LeasedBackfill, leaseBackfills } from '../server/actions/backfill.ts';
import { sit } from './backfill.ts';
import type { Office } from './office.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'backfill']);

/** threads that are read side by side, so that a slow server holds up nobody else’s */
const SIDE_BY_SIDE = 4;

/** Reads what is to be read of threads at other servers, sitting by sitting. */
export function startBackfillWorker(office: Office): Loop {
  let stopping = false;
  const sitOver = async (backfill: LeasedBackfill): Promise<void> => {
    const { uri } = backfill;
    try {
      await endSitting(office.ctx, uri, await sit(office, backfill, () => stopping));
    } catch (error) {
      log.error('reading {uri}: {error}', { uri, error });
      const why = error instanceof Error ? error.message : String(error);
      await endSitting(office.ctx, uri, { kind: 'failed', why });
    }
  };
  const loop = startLoop({
    idleMs: 5_000,
    onError: (error) => log.error('backfill worker: {error}', { error }),
    round: async () => {
      const leased = stopping ? [] : await leaseBackfills(office.ctx, SIDE_BY_SIDE);
      await Promise.all(leased.map(sitOver));
      return leased.length > 0;
    },
  });
  return {
    wake: loop.wake,
    async stop() {
      stopping = true;
      await loop.stop();
    },
  };
}
