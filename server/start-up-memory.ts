import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/**
 * Gives back what only starting needed: reading several hundred modules makes V8 take twice the memory that a node then
 * lives in, and it would keep it. Once, before the first visitor; later V8 knows best.
 */
export function giveBackStartUpMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: Collect = runInNewContext('gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}
