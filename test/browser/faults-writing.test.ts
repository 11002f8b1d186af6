import { afterEach, describe, expect, test } from '@jest/globals';
import { awayMidDraft } from '../faults/away-mid-draft.ts';
import { killAllNodes } from '../faults/support/node-process.ts';

/** The short form of a drill in test/faults; `npm run faults` runs it in full and gives figures. */
describe('when the node is away while people write', () => {
  afterEach(killAllNodes);

  test.each([awayMidDraft])(
    '$fault: $invariant',
    async ({ run }) => {
      expect((await run(true)).broken).toEqual([]);
    },
    180_000,
  );
});
