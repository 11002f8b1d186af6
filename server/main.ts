import { getLogger } from '@logtape/logtape';
import { issueSetupLink } from './actions/issue-setup-link.ts';
import { type Config, ConfigError, configFromEnvironment } from './config.ts';
import { createDistrict, type District } from './district.ts';
import { startLog } from './log.ts';
import { giveBackStartUpMemory } from './start-up-memory.ts';
import { DataFolderInUse } from './store/data-folder.ts';
import { openDb } from './store/db.ts';
import { type EmbeddedDatabase, openEmbeddedDatabase } from './store/embedded.ts';
import { migrateToLatest } from './store/migrate.ts';
import { storedOrigin } from './store/origin.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts a node from its environment, and ends it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = configFromEnvironment();
  await startLog();
  const embedded =
    config.databaseUrl === null ? await openEmbeddedDatabase({ dataDir: config.dataDir, log: say }) : null;
  try {
    await run(config, config.databaseUrl ?? (embedded as EmbeddedDatabase).url, embedded);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function run(config: Config, databaseUrl: string, embedded: EmbeddedDatabase | null): Promise<void> {
  const migrated = await migrate(databaseUrl);
  if (migrated.length > 0) say(`The database is up to date (${migrated.join(', ')}).`);
  await requireSameOrigin(config, databaseUrl);
  const district = await createDistrict(
    { ...config, databaseUrl },
    { sole: embedded !== null, schedules: true },
  );
  await district.start();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      say('Stopping …');
      void district
        .stop()
        .then(() => embedded?.stop())
        .then(() => process.exit(0));
    });
  }
  await greet(config, district);
  giveBackStartUpMemory();
}

/**
 * A node keeps the address that it was set up with, since every id contains it. Another port on this machine is told.
 * @throws ConfigError when ORIGIN names another address
 */
async function requireSameOrigin(config: Config, databaseUrl: string): Promise<void> {
  const database = openDb(databaseUrl, { max: 1 });
  const stored = await storedOrigin(database.db).finally(() => database.close());
  if (stored === null || stored === config.origin) return;
  if (!config.originGiven) {
    say(
      `This node was set up as ${stored}: start it with PORT=${new URL(stored).port || 80}, or its links lead nowhere.`,
    );
    return;
  }
  throw new ConfigError([
    `ORIGIN is ${config.origin}, but this node was set up as ${stored}, and its address can never change: set ORIGIN (or PORT) back`,
  ]);
}

async function migrate(url: string): Promise<string[]> {
  const database = openDb(url, { max: 1 });
  try {
    return await migrateToLatest(database.db);
  } finally {
    await database.close();
  }
}

async function greet(config: Config, district: District): Promise<void> {
  say(`Ajar serves ${config.origin} (listening on ${config.host}:${config.port}, role ${config.role}).`);
  if (config.role === 'worker') return;
  const token = await issueSetupLink(district.ctx);
  if (token)
    say(
      `\nThis node is new. Open this link once to name the district and make the first administrator:\n\n  ${config.origin}/setup/${token}\n`,
    );
}

try {
  await main();
} catch (error) {
  if (error instanceof ConfigError || error instanceof DataFolderInUse)
    process.stderr.write(`${error.message}\n`);
  else if ((error as { code?: string }).code === 'EADDRINUSE')
    process.stderr.write(`Another program uses this port already: set PORT to a free one.\n`);
  else getLogger(['ajar']).fatal('could not start: {error}', { error });
  if (!(error instanceof ConfigError || error instanceof DataFolderInUse))
    process.stderr.write(`Ajar did not start${error instanceof Error ? `: ${error.message}` : ''}.\n`);
  process.exit(1);
}
