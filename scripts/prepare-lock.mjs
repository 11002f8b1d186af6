// One preparation at a time in a clone: a lock file that names its holders and is worthless when they are gone.
import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LOOK_AGAIN_MS = 200;

/**
 * Runs `work` while holding the lock; waits for whoever holds it now.
 * @param work given `noteChild(pid)`: a child that must also be gone before the lock counts as left behind
 */
export async function withLock(root, work) {
  const lock = join(root, '.prepare.lock');
  const mine = `${lock}.${process.pid}`;
  const holders = [identity(process.pid)];
  let told = false;
  writeFileSync(mine, JSON.stringify(holders));
  try {
    while (!take(mine, lock)) {
      const seen = read(lock);
      if (seen !== undefined && !holdersOf(seen).some(isAlive)) {
        breakStale(lock, seen);
        continue;
      }
      if (!told) process.stderr.write('ajar: waiting for another run that is preparing this clone …\n');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  } finally {
    rmSync(mine, { force: true });
  }
  // No signal handlers: killed, we leave the lock behind, and the next run waits only for a child that lives on.
  try {
    return await work((pid) => {
      holders.push(identity(pid));
      writeFileSync(`${lock}.new`, JSON.stringify(holders));
      renameSync(`${lock}.new`, lock);
    });
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A link either appears whole or fails because the name is taken. */
function take(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the dead lock aside first: of several who try, one gets it, and a fresh lock taken by mistake is put back. */
function breakStale(lock, seen) {
  const aside = `${lock}.${process.pid}.stale`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== seen) linkSync(aside, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function holdersOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

/** A process is its number and when it began, since numbers are used again. */
const identity = (pid) => ({ pid, began: beganAt(pid) });
const isAlive = (holder) => beganAt(holder.pid) !== undefined && beganAt(holder.pid) === holder.began;

function beganAt(pid) {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
