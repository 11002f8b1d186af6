import type { DeliveryResult, HostOutcome, LeasedHost } from '../server/store/deliveries.ts';
import { isStuck, opensCircuit, probeDelay } from './delivery-policy.ts';

/** How it stands with a host while it is served. */
export interface Standing extends HostOutcome {
  /** seconds that its circuit had been open when the host was leased */
  openSeconds: number;
}

const WELL = { success: true, failures: 0, open: false, error: null, probeInSeconds: null, openSeconds: 0 };

/** Before anything is sent. */
export function standingOf(host: LeasedHost): Standing {
  const open = host.openSeconds !== null;
  return { ...WELL, failures: host.failures, open, openSeconds: host.openSeconds ?? 0 };
}

/**
 * A host that answers at all is alive, even when it refuses what we sent; what is stuck says nothing of it.
 * @param attempts how often this delivery had failed before
 */
export function standingAfter(before: Standing, result: DeliveryResult, attempts: number): Standing {
  if (result.state !== 'waiting' && result.state !== 'dead') return WELL;
  return !before.open && isStuck(attempts, result.status) ? before : afterFailure(before, result.error);
}

function afterFailure(before: Standing, error: string): Standing {
  const failures = before.failures + 1;
  const open = opensCircuit(failures);
  const probeInSeconds = open ? probeDelay(before.openSeconds) : null;
  return { success: false, failures, open, error, probeInSeconds, openSeconds: before.openSeconds };
}
