import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdDataFolder } from '../../server/store/data-folder.ts';
import { openDb } from '../../server/store/db.ts';
import { openEmbeddedDatabase } from '../../server/store/embedded.ts';
import { migrateToLatest } from '../../server/store/migrate.ts';
import { findPostmaster, stopPostmaster } from '../../server/store/postmaster.ts';
import tearDown, { type TestRun } from './global-teardown.ts';
import { QUICK_FOLDER, quickFolder } from './quick-folder.ts';

const PREFIX = 'ajar-test-';

/** One PostgreSQL for the whole run, in a folder of its own, with a migrated database to copy from. */
export default async function setUp(): Promise<void> {
  await sweep();
  const dataDir = quickFolder(PREFIX);
  const server = await openEmbeddedDatabase({ dataDir });
  (globalThis as TestRun).ajarTestRun = { dataDir, server };
  try {
    const { db, close } = openDb(await server.database('template_ajar'));
    await migrateToLatest(db).finally(close);
    process.env.AJAR_TEST_DATABASE = await server.database('postgres');
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Ends what a killed run has left behind; a run that goes on beside this one holds its folder. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(QUICK_FOLDER).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(QUICK_FOLDER, name);
    // A run that began a moment ago has a folder and does not hold it yet.
    if (Date.now() - statSync(folder).mtimeMs < 60_000) continue;
    const held = await holdDataFolder(folder, 'command', { patience: 0 }).catch(() => undefined);
    if (!held) continue;
    const cluster = join(folder, 'postgres');
    const left = findPostmaster(cluster);
    if (left) await stopPostmaster(cluster, left.pid, 2_000);
    held.release();
    rmSync(folder, { recursive: true, force: true });
  }
}
