import { afterEach, describe, expect, test } from '@jest/globals';
import { databaseCrash } from '../faults/database-crash.ts';
import { embeddedCrash } from '../faults/embedded-crash.ts';
import { inboxKill } from '../faults/inbox-kill.ts';
import { publishKill } from '../faults/publish-kill.ts';
import { stopUnderLoad } from '../faults/stop-under-load.ts';
import { killAllNodes } from '../faults/support/node-process.ts';

/** The short forms of the drills in test/faults; `npm run faults` runs them in full and gives figures. */
describe('when processes end', () => {
  afterEach(killAllNodes);

  test.each([publishKill, inboxKill, databaseCrash, embeddedCrash, stopUnderLoad])(
    '$fault: $invariant',
    async ({ run }) => {
      expect((await run(true)).broken).toEqual([]);
    },
    180_000,
  );
});
