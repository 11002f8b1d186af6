import { afterEach, describe, expect, test } from '@jest/globals';
import { duplicates } from '../faults/duplicates.ts';
import { inboxFlood } from '../faults/inbox-flood.ts';
import { longAbsence } from '../faults/long-absence.ts';
import { orders } from '../faults/orders.ts';
import { refusals } from '../faults/refusals.ts';
import { slowHost } from '../faults/slow-host.ts';
import { killAllNodes } from '../faults/support/node-process.ts';
import { twoWorkers } from '../faults/two-workers.ts';

/** The short forms of the drills in test/faults; `npm run faults` runs them in full and gives figures. */
describe('when other servers misbehave', () => {
  afterEach(killAllNodes);

  test.each([longAbsence, slowHost, refusals, duplicates, orders, inboxFlood, twoWorkers])(
    '$fault: $invariant',
    async ({ run }) => {
      expect((await run(true)).broken).toEqual([]);
    },
    180_000,
  );
});
