import { afterEach, describe, expect, test } from '@jest/globals';
import { busyTexts } from '../faults/busy-texts.ts';
import { herd } from '../faults/herd.ts';
import { poison } from '../faults/poison.ts';
import { killAllNodes } from '../faults/support/node-process.ts';
import { wrongClock } from '../faults/wrong-clock.ts';

/** The short forms of the drills in test/faults; `npm run faults` runs them in full and gives figures. */
describe('when what comes is strange', () => {
  afterEach(killAllNodes);

  test.each([wrongClock, poison, herd, busyTexts])(
    '$fault: $invariant',
    async ({ run }) => {
      expect((await run(true)).broken).toEqual([]);
    },
    180_000,
  );
});
