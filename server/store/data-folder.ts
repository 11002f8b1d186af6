import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** A `node` serves until it is stopped; a `command` holds the folder for moments, so the others wait for it. */
export type HolderRole = 'node' | 'command';

/** Somebody else holds the data folder. The message is one sentence for the person at the terminal. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse';
  readonly holder: HolderRole;

  constructor(path: string, holder: HolderRole, pid: number | undefined) {
    const who = pid === undefined ? '' : ` (process ${pid})`;
    super(
      holder === 'node'
        ? `Another Ajar${who} is using the data folder ${path}: stop it first, or give this one a DATA_DIR of its own.`
        : `An ajar command${who} is still using the data folder ${path}: try again when it has finished.`,
    );
    this.holder = holder;
  }
}

export interface HeldFolder {
  /** Absolute, symbolic links resolved. */
  path: string;
  release(): void;
}

const LOOK_AGAIN_MS = 50;
const SQLITE_BUSY = 5;
/** Kept here because a lock whose handle is garbage collected is gone. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data folder for this process, creating it (mode 0700) when it is missing.
 *
 * The lock is SQLite's on an empty file: it belongs to the process, so the operating system ends it with the
 * process, however that dies, and no left-over file or reused process id can fool it. Nothing is stored in SQLite.
 * @param options.patience milliseconds to wait for a command (default 30,000); for a node nobody waits
 * @param options.onWait told once when waiting begins
 * @throws DataFolderInUse; an Error in one sentence when the folder cannot be written
 */
export async function holdDataFolder(
  dataDir: string,
  role: HolderRole,
  options: { patience?: number; onWait?: () => void } = {},
): Promise<HeldFolder> {
  const path = usableFolder(dataDir);
  const deadline = performance.now() + (options.patience ?? 30_000);
  for (let attempt = 0; ; attempt++) {
    const lock = tryLock(join(path, 'lock'));
    if (lock) return hold(lock, path, role);
    const holder = readHolder(path);
    if (holder?.role === 'node' && isAlive(holder.pid)) throw new DataFolderInUse(path, 'node', holder.pid);
    if (performance.now() > deadline) throw new DataFolderInUse(path, holder?.role ?? 'command', holder?.pid);
    if (attempt === 3) options.onWait?.();
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * A secret that belongs to this data folder: made on first use, kept in a file only its owner can read.
 * @param make the secret to keep when there is none yet, without line breaks
 */
export function secretIn(dataDir: string, name: string, make: () => string): string {
  const file = join(dataDir, name);
  if (!existsSync(file)) {
    const draft = `${file}.${randomUUID()}`;
    writeFileSync(draft, `${make()}\n`, { mode: 0o600, flush: true });
    try {
      // A link appears whole, and only if nobody else was first.
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/** Lets other users pass through the folder without listing it, for a database that runs as a user of its own. */
export function letOthersPass(dataDir: string): void {
  chmodSync(dataDir, 0o711);
}

function usableFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new Error(
      `This user cannot write to the data folder ${dataDir} (${code}): set DATA_DIR to another one.`,
    );
  }
}

function hold(lock: DatabaseSync, path: string, role: HolderRole): HeldFolder {
  held.add(lock);
  const note = join(path, 'holder.json');
  writeFileSync(note, JSON.stringify({ pid: process.pid, role }));
  return {
    path,
    release() {
      if (!held.delete(lock)) return;
      rmSync(note, { force: true });
      lock.close();
    },
  };
}

function tryLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

/** Who said last that they hold the folder: for messages and patience only, the lock itself is the truth. */
function readHolder(path: string): { pid: number; role: HolderRole } | undefined {
  try {
    return JSON.parse(readFileSync(join(path, 'holder.json'), 'utf8'));
  } catch {
    return undefined;
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
