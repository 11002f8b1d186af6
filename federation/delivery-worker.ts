import { randomUUID } from 'node:crypto';
import { getLogger } from '@logtape/logtape';
import { noteNodeLife } from '../server/actions/note-life.ts';
import { buryOldDeliveries, leaseHosts, mendQueue } from '../server/store/deliveries.ts';
import { Deliverer, LEASE_SECONDS } from './deliver.ts';
import type { DeliveryPlaces } from './delivery-places.ts';
import type { Office } from './office.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'delivery']);

/** places that become free are filled together */
const REFILL_MS = 10;
const MEND_EVERY_MS = 60_000;

/** Leases hosts that have something due and serves them side by side: a slow one only takes its own place. */
export function startDeliveryWorker(office: Office, places: DeliveryPlaces): Loop {
  const { db } = office.ctx;
  const owner = randomUUID();
  let stopping = false;
  let mendedAt = -Infinity;
  const deliverer = new Deliverer(office, owner, places, () => stopping);
  const active = new Set<Promise<void>>();
  let slow = 0;
  let refill: NodeJS.Timeout | null = null;
  const loop = startLoop({
    idleMs: 1_000,
    onError: (error) => log.error('delivery worker: {error}', { error }),
    round: async () => {
      if (performance.now() - mendedAt > MEND_EVERY_MS) {
        mendedAt = performance.now();
        const mended = await mendQueue(db);
        if (mended > 0) log.warn('{mended} hosts had deliveries that nobody would have woken', { mended });
        const buried = await buryOldDeliveries(db);
        if (buried > 0) log.warn('{buried} deliveries are given up after seven days', { buried });
        if (await noteNodeLife(office.ctx)) log.warn('back after days: every known server will hear of it');
      }
      const free = places.places - active.size;
      const forSlow = Math.max(0, places.forSlow - slow);
      const leased = free > 0 ? await leaseHosts(db, owner, free, forSlow, LEASE_SECONDS) : [];
      for (const host of leased) {
        if (host.slow) slow += 1;
        const task = deliverer
          .serve(host)
          .catch((error) => log.error('delivering to {host}: {error}', { host: host.host, error }))
          .finally(() => {
            active.delete(task);
            if (host.slow) slow -= 1;
            // a place is free: look for the next host
            refill ??= setTimeout(() => {
              refill = null;
              loop.wake();
            }, REFILL_MS);
          });
        active.add(task);
      }
      return false;
    },
  });
  return {
    wake: loop.wake,
    async stop() {
      stopping = true;
      if (refill) clearTimeout(refill);
      await loop.stop();
      await Promise.all(active);
    },
  };
}
