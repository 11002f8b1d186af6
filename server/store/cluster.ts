import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { secretIn } from './data-folder.ts';
import {
  choosePostgresUser,
  giveTo,
  type PostgresUser,
  postgresCommand,
  postgresMajor,
} from './postgres-program.ts';
import {
  clearLeftovers,
  findPostmaster,
  type Postmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';

type Log = (line: string) => void;

/** PostgreSQL names the socket after a port, also when no network port is open. */
export const SOCKET_PORT = 5432;
const LONGEST_SOCKET_FOLDER = 85;
const LONGEST_RECOVERY_MS = 600_000;

/** The address of the database in this data folder, whether it runs or not. Makes its password on first use. */
export function clusterUrl(dataDir: string, database = 'ajar'): string {
  const password = secretIn(dataDir, 'postgres.password', () => randomBytes(24).toString('base64url'));
  // The host in the query counts; the other one keeps the address readable for those who parse it as a URL.
  return `postgresql://ajar:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder(dataDir))}`;
}

/** True when the database takes our password and answers. */
export async function answers(url: string): Promise<boolean> {
  return (await question(url)) === 'yes';
}

/**
 * Makes sure that the cluster of this data folder exists, runs and has the database `ajar`. Only for who holds the folder.
 * A server that outlived its Ajar is adopted when it answers, otherwise stopped and replaced.
 */
export async function ensureRunning(dataDir: string, log: Log): Promise<Postmaster> {
  const cluster = join(dataDir, 'postgres');
  const user = choosePostgresUser(cluster, dataDir);
  if (!existsSync(cluster)) await createCluster(dataDir, cluster, user, log);
  requireSameMajor(cluster);
  const server = (await adopt(dataDir, cluster, log)) ?? (await start(dataDir, cluster, user));
  await ensureDatabase(dataDir, 'ajar');
  return server;
}

/** Stops the server of this data folder; what was committed is kept. */
export async function stopRunning(dataDir: string, server: Postmaster): Promise<void> {
  await stopPostmaster(join(dataDir, 'postgres'), server.pid);
  const sockets = socketFolder(dataDir);
  if (!sockets.startsWith(dataDir)) rmSync(sockets, { recursive: true, force: true });
}

/**
 * The address of a database in the running cluster, made when it is missing.
 * @param name letters, digits and `_`
 */
export async function ensureDatabase(dataDir: string, name: string): Promise<string> {
  const url = clusterUrl(dataDir, name);
  const answer = await question(url);
  if (answer === 'wrong password') {
    throw new Error(
      `The password in ${join(dataDir, 'postgres.password')} is not the database's: put the right one back.`,
    );
  }
  if (answer === 'away')
    throw new Error(`The database in ${dataDir} does not answer; its log is postgres.log there.`);
  if (answer === 'no database') {
    await withClient(clusterUrl(dataDir, 'postgres'), (client) => client.query(`create database "${name}"`));
  }
  return url;
}

async function start(dataDir: string, cluster: string, user: PostgresUser): Promise<Postmaster> {
  await clearLeftovers(cluster);
  // A folder copied back from a backup may be open to others, which PostgreSQL refuses.
  chmodSync(cluster, 0o700);
  const sockets = readySocketFolder(dataDir, user);
  const logFile = join(dataDir, 'postgres.log');
  return startPostmaster(cluster, user, { settings: settings(sockets), socketFolder: sockets, logFile });
}

async function adopt(dataDir: string, cluster: string, log: Log): Promise<Postmaster | undefined> {
  const deadline = performance.now() + LONGEST_RECOVERY_MS;
  for (let found = findPostmaster(cluster); found; found = findPostmaster(cluster)) {
    if (found.status === 'ready' && (await question(clusterUrl(dataDir))) !== 'away') {
      log('Taking over the PostgreSQL that an earlier Ajar left running.');
      return found;
    }
    if (found.status !== 'starting' || performance.now() > deadline) {
      log('Stopping a PostgreSQL in the data folder that does not answer.');
      await stopPostmaster(cluster, found.pid, 2_000);
    }
    await sleep(20);
  }
  return undefined;
}

/** Made beside its final place and then moved there, so that a cluster is whole or absent. */
async function createCluster(dataDir: string, cluster: string, user: PostgresUser, log: Log): Promise<void> {
  log('Making the database, once.');
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('postgres.new-'))) {
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = join(dataDir, `postgres.new-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${new URL(clusterUrl(dataDir)).password}\n`, { mode: 0o600 });
  giveTo(user, draft);
  giveTo(user, passwordFile);
  const command = postgresCommand(user, 'initdb', [
    ...[
      '-D',
      draft,
      '--username=ajar',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--no-instructions',
    ],
    // Sorting that is the same on every machine and after every update of its C library.
    ...[
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--data-checksums',
    ],
  ]);
  try {
    await promisify(execFile)(command.file, command.args, command.options);
    renameSync(draft, cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const said = String((error as { stderr?: string }).stderr ?? error)
      .trim()
      .split('\n')
      .slice(-3)
      .join(' | ');
    throw new Error(`PostgreSQL could not make its folder in ${dataDir}: ${said}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function settings(sockets: string): string[] {
  return [
    'listen_addresses=',
    `unix_socket_directories="${sockets.replaceAll('"', '""')}"`,
    'unix_socket_permissions=0700',
    'max_connections=200',
    `port=${SOCKET_PORT}`,
    'fsync=on',
    'full_page_writes=on',
    'synchronous_commit=on',
    'timezone=UTC',
    'log_timezone=UTC',
    // Our queries are short: compiling them costs more than it gains.
    'jit=off',
    // Terse leaves out the values that a constraint refused: names and addresses stay out of the log.
    'log_error_verbosity=terse',
    'log_checkpoints=off',
  ];
}

/** A socket has a short path or none: below a deep folder it moves to the machine's temporary one. */
function socketFolder(dataDir: string): string {
  const inside = join(dataDir, 'postgres');
  if (Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER) return inside;
  return join(tmpdir(), `ajar-${createHash('sha256').update(inside).digest('hex').slice(0, 16)}`);
}

function readySocketFolder(dataDir: string, user: PostgresUser): string {
  const folder = socketFolder(dataDir);
  if (folder.startsWith(dataDir)) return folder;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(user, folder);
  if (statSync(folder).uid !== (user.uid ?? process.getuid?.()))
    throw new Error(`The folder ${folder} belongs to somebody else.`);
  chmodSync(folder, 0o700);
  return folder;
}

function requireSameMajor(cluster: string): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === postgresMajor()) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}, and this Ajar brings ${postgresMajor()}: restore a backup into an empty data folder.`,
  );
}

async function question(url: string): Promise<'yes' | 'no database' | 'wrong password' | 'away'> {
  try {
    await withClient(url, (client) => client.query('select 1'));
    return 'yes';
  } catch (error) {
    const code = (error as { code?: string }).code;
    return code === '3D000' ? 'no database' : code === '28P01' ? 'wrong password' : 'away';
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
