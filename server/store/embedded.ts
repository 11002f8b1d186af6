import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers, clusterUrl, ensureDatabase, ensureRunning, SOCKET_PORT, stopRunning } from './cluster.ts';
import { DataFolderInUse, type HeldFolder, holdDataFolder } from './data-folder.ts';
import { isServerOf } from './postmaster.ts';

/** A PostgreSQL that comes from npm and lives in the data folder. */
export interface EmbeddedDatabase {
  /** For pg, kysely and PostgreSQL's own tools. Stays the same when the server is started again. */
  url: string;
  /** Names the socket in the data folder; no network port is open. */
  port: number;
  /** The address of another database in the same server, made when it is missing. `name`: letters, digits, `_`. */
  database(name: string): Promise<string>;
  /** Stops the server when it is ours to stop, and lets go of the folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Told in plain sentences what happens. */
  log?: (line: string) => void;
  /** Milliseconds to wait for a command that holds the folder, default 30,000. */
  patience?: number;
}

const WATCH_EVERY_MS = 500;
const AFTER_FAILURE_MS = 5_000;
const PATIENCE_MS = 30_000;

/**
 * Starts the database of this data folder, made on first use, and keeps it running: should it die, it is started again.
 * One that outlived a killed Ajar is adopted.
 * @throws DataFolderInUse when another Ajar holds the folder
 */
export async function openEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { patience = PATIENCE_MS, log = () => {} } = options;
  const onWait = () => log('Waiting for an ajar command that is using the data folder.');
  return run(await holdDataFolder(options.dataDir, 'node', { patience, onWait }), log, true);
}

/**
 * The database for a command. When a node holds the folder, its running one, which `stop` leaves alone; else one that is
 * started for the command and stopped by `stop`. Commands wait for each other.
 * @throws DataFolderInUse when another command does not finish in time, or a node's database does not answer
 */
export async function connectEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { patience = PATIENCE_MS, log = () => {} } = options;
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      return await run(await holdDataFolder(options.dataDir, 'command', { patience }), log, false);
    } catch (error) {
      if (!(error instanceof DataFolderInUse) || error.holder !== 'node') throw error;
      const folder = realpathSync(options.dataDir);
      const url = clusterUrl(folder);
      const database = (name: string) => ensureDatabase(folder, name);
      if (await answers(url)) return { url, port: SOCKET_PORT, database, stop: async () => {} };
      // A node that is just starting answers in a moment; one that goes away leaves the folder to us.
      if (performance.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

async function run(
  folder: HeldFolder,
  log: (line: string) => void,
  keepAlive: boolean,
): Promise<EmbeddedDatabase> {
  const cluster = join(folder.path, 'postgres');
  let server = await ensureRunning(folder.path, log).catch((error: unknown) => {
    folder.release();
    throw error;
  });
  const stopping = new AbortController();

  async function watch(): Promise<void> {
    let wait = WATCH_EVERY_MS;
    while (!stopping.signal.aborted) {
      await sleep(wait, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      wait = WATCH_EVERY_MS;
      if (stopping.signal.aborted || isServerOf(cluster, server.pid)) continue;
      try {
        server = await ensureRunning(folder.path, log);
        log('PostgreSQL had ended unexpectedly and runs again.');
      } catch (error) {
        log(
          `PostgreSQL ended unexpectedly and does not start again: ${error instanceof Error ? error.message : error}`,
        );
        wait = AFTER_FAILURE_MS;
      }
    }
  }

  const watching = keepAlive ? watch() : Promise.resolve();
  let stopped: Promise<void> | undefined;
  async function stopOnce(): Promise<void> {
    stopping.abort();
    await watching;
    await stopRunning(folder.path, server);
    folder.release();
  }
  const database = (name: string) => ensureDatabase(folder.path, name);
  return { url: clusterUrl(folder.path), port: SOCKET_PORT, database, stop: () => (stopped ??= stopOnce()) };
}
