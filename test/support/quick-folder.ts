import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH = 3 * 1024 ** 3;

/**
 * Where databases of tests live: in memory where there is plenty, since a database is some hundred files and a disk
 * takes ten times as long to make them.
 */
export const QUICK_FOLDER = inMemory() ? MEMORY : tmpdir();

/** A new folder there, its name beginning with `prefix`. The caller removes it. */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(QUICK_FOLDER, prefix));
}

function inMemory(): boolean {
  if (!existsSync(MEMORY) || freemem() < ENOUGH) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH;
}
