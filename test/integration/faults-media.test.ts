import { afterEach, describe, expect, test } from '@jest/globals';
import { mediaBombs } from '../faults/media-bombs.ts';
import { killAllNodes } from '../faults/support/node-process.ts';

/** The short form of the drill in test/faults; `npm run faults` runs it in full and gives figures. */
describe('when somebody sends what would burst', () => {
  afterEach(killAllNodes);

  test('it is refused, memory stays bounded, and pages go on', async () => {
    expect((await mediaBombs.run(true)).broken).toEqual([]);
  }, 180_000);
});
