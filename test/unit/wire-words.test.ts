import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const ROOMS = ['actions', 'domain', 'reads', 'store', 'text'];
const WIRE = /'(?:Article|Note|Tombstone|Create|Update|Delete|Announce|Add|Remove|Undo)'/;

test('actions, reads, store and domain know no types of the wire', () => {
  const files = ROOMS.flatMap((room) => {
    const folder = join('server', room);
    return readdirSync(folder).map((name) => join(folder, name));
  });
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => WIRE.test(readFileSync(file, 'utf8')))).toEqual([]);
});
