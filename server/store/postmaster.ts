import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresUser, postgresCommand } from './postgres-program.ts';

/** What PostgreSQL says about itself in postmaster.pid. */
export interface Postmaster {
  pid: number;
  socketFolder: string;
  status: 'starting' | 'ready' | 'stopping' | 'unknown';
}

const LOOK_AGAIN_MS = 10;
const LOG_KEPT = 10 * 1024 * 1024;

/** The server of this cluster that is alive now. A file left behind, its number perhaps somebody else's now, does not count. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readText(join(cluster, 'postmaster.pid'))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isServerOf(cluster, pid)) return undefined;
  const status = lines[7]?.trim();
  const known = status === 'starting' || status === 'ready' || status === 'stopping' ? status : 'unknown';
  return { pid, socketFolder: lines[4] ?? '', status: known };
}

/**
 * Starts a server and waits until it takes connections, crash recovery included. It is a session of its own, so that
 * Ctrl-C reaches Ajar alone, which then stops it in order, and so that it outlives an Ajar that dies.
 * @param options.settings `name=value`
 * Only for who knows that no server works in this folder now.
 * @throws an Error with the last lines of its log
 */
export async function startPostmaster(
  cluster: string,
  user: PostgresUser,
  options: { settings: string[]; socketFolder: string; logFile: string },
): Promise<Postmaster> {
  const { settings, socketFolder, logFile } = options;
  forgetOldLocks(cluster, socketFolder);
  const log = openLog(logFile);
  const args = ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])];
  const command = postgresCommand(user, 'postgres', args);
  const child = spawn(command.file, command.args, {
    ...command.options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= lastLines(logFile);
  });
  child.unref();
  for (;;) {
    const found = findPostmaster(cluster);
    if (found?.status === 'ready' && found.pid === child.pid) return found;
    if (ended !== undefined) throw new Error(`PostgreSQL did not start: ${ended}`);
    await sleep(LOOK_AGAIN_MS);
  }
}

/**
 * Stops a server: in order, and with more force each time patience ends. After the last step nothing of it is left;
 * what was committed is kept in every case.
 * @param patience milliseconds given to the orderly way
 */
export async function stopPostmaster(cluster: string, pid: number, patience = 20_000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', patience],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isServerOf(cluster, pid)) return;
    process.kill(pid, signal);
    if (await until(() => !isServerOf(cluster, pid), wait)) return;
  }
}

/** Waits for the processes of a server that was killed: they notice by themselves, a busy one later than others. */
export async function clearLeftovers(cluster: string): Promise<void> {
  if (await until(() => leftovers(cluster).length === 0, 5_000)) return;
  for (const pid of leftovers(cluster)) process.kill(pid, 'SIGKILL');
  await until(() => leftovers(cluster).length === 0, 5_000);
}

/** True while this process is a server (or one of its helpers) working in this folder. */
export function isServerOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return commandOf(pid).includes(` -D ${cluster} `);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch (error) {
    // Somebody else's process may hide its folder, not its command. A process that has just ended has neither.
    const hidden = (error as NodeJS.ErrnoException).code === 'EACCES';
    return hidden && (readText(`/proc/${pid}/cmdline`) ?? '').includes(`\0${cluster}\0`);
  }
}

/**
 * PostgreSQL does not start while the number in an old lock file is alive: also when it is another program's now, or
 * a dead process that nobody has buried, as in containers. There is no server here when this is called.
 */
function forgetOldLocks(cluster: string, socketFolder: string): void {
  for (const name of readdirSync(socketFolder).filter((entry) => /^\.s\.PGSQL\.\d+\.lock$/.test(entry))) {
    rmSync(join(socketFolder, name), { force: true });
  }
  const file = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(readText(file) ?? '', 10);
  // Otherwise the file stays: it lets PostgreSQL see memory that is still in use.
  if (pid && isAlive(pid)) rmSync(file, { force: true });
}

function leftovers(cluster: string): number[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isServerOf(cluster, pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > LOG_KEPT) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function lastLines(file: string): string {
  return (readText(file) ?? '').trimEnd().split('\n').slice(-4).join(' | ');
}

async function until(done: () => boolean, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!done()) {
    if (performance.now() > deadline) return false;
    await sleep(LOOK_AGAIN_MS);
  }
  return true;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
