import { join } from 'node:path';
import { clusterUrl, ensureRunning } from '../../../server/store/cluster.ts';
import { openDb } from '../../../server/store/db.ts';
import { connectEmbedded } from '../../../server/store/embedded.ts';
import { migrateToLatest } from '../../../server/store/migrate.ts';
import { findPostmaster } from '../../../server/store/postmaster.ts';

/** A PostgreSQL of the drill's own, which nodes reach by DATABASE_URL and nobody starts again when it dies. */
export interface Cluster {
  /** a new migrated database. @returns its address */
  database(name: string): Promise<string>;
  /** PostgreSQL's "immediate" stop: every process of it ends at once, without a checkpoint */
  crash(): Promise<void>;
  /** starts it again. @returns milliseconds until it takes connections */
  start(): Promise<number>;
  stop(): Promise<void>;
}

/** @param folder from `drillFolder`, which also ends what is left when a drill breaks off */
export async function openCluster(folder: string): Promise<Cluster> {
  const server = await connectEmbedded({ dataDir: folder });
  return {
    async database(name) {
      const url = await server.database(name);
      await migrate(url);
      return url;
    },
    async crash() {
      await killPostgres(folder, 'SIGQUIT');
    },
    async start() {
      const before = performance.now();
      await ensureRunning(folder, () => {});
      return performance.now() - before;
    },
    stop: () => server.stop(),
  };
}

/** Prepares the embedded database of a data folder and stops it again. @returns its address, which stays the same */
export async function prepareEmbedded(
  dataDir: string,
  work: (url: string) => Promise<void>,
): Promise<string> {
  const server = await connectEmbedded({ dataDir });
  try {
    await migrate(server.url);
    await work(server.url);
  } finally {
    await server.stop();
  }
  return clusterUrl(dataDir);
}

/** Ends the PostgreSQL of a data folder and waits until it is gone. False when none ran. */
export async function killPostgres(dataDir: string, signal: 'SIGKILL' | 'SIGQUIT'): Promise<boolean> {
  const cluster = join(dataDir, 'postgres');
  const found = findPostmaster(cluster);
  if (!found) return false;
  process.kill(found.pid, signal);
  while (findPostmaster(cluster)?.pid === found.pid) await new Promise((done) => setTimeout(done, 5));
  return true;
}

async function migrate(url: string): Promise<void> {
  const { db, close } = openDb(url, { max: 1 });
  await migrateToLatest(db).finally(close);
}
