import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findPostmaster, stopPostmaster } from '../../../server/store/postmaster.ts';
import { QUICK_FOLDER, quickFolder } from '../../support/quick-folder.ts';

const PREFIX = 'ajar-faults-';

/** A folder for the databases of a drill, named after this process. `remove` ends what still runs in it. */
export async function drillFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  await sweep();
  const path = quickFolder(`${PREFIX}${process.pid}-`);
  return { path, remove: () => removeFolder(path) };
}

/** Ends PostgreSQL in every cluster below a folder and removes the folder. */
async function removeFolder(path: string): Promise<void> {
  for (const cluster of [path, ...readdirSync(path).map((name) => join(path, name))]) {
    const left = findPostmaster(join(cluster, 'postgres'));
    if (left) await stopPostmaster(join(cluster, 'postgres'), left.pid, 5_000);
  }
  rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}

/** Ends what drills have left behind that were killed themselves. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(QUICK_FOLDER).filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (!isAlive(pid)) await removeFolder(join(QUICK_FOLDER, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
