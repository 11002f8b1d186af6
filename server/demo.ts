import { join } from 'node:path';
import { configFromEnvironment } from './config.ts';
import { type DemoData, readDemo } from './demo/data.ts';
import { Elsewhere } from './demo/elsewhere.ts';
import { seedScene } from './demo/scene.ts';
import { DEMO_PASSWORD, type DemoNode, seedDistrict, seedFollows } from './demo/seed.ts';
import { createDistrict, type District } from './district.ts';
import { startLog } from './log.ts';
import { openDb } from './store/db.ts';
import { theDistrict } from './store/districts.ts';
import { openEmbeddedDatabase } from './store/embedded.ts';
import { migrateToLatest } from './store/migrate.ts';

/**
 * Three districts in one process, each with its own port and database, really federating over HTTP with each other and
 * with a server of another kind.
 * Seeded on the first run; what you do in it stays until you remove the folder it names.
 */
const say = (line = ''): void => void process.stdout.write(`${line}\n`);

interface Running extends DemoNode {
  district: District;
  origin: string;
  isNew: boolean;
}

async function main(): Promise<void> {
  const config = configFromEnvironment();
  const data = readDemo();
  await startLog('warning');
  const dataDir = join(config.dataDir, 'demo');
  const embedded = await openEmbeddedDatabase({ dataDir, log: say });
  const nodes: Running[] = [];
  for (const [index, district] of data.districts.entries()) {
    const port = config.port + index;
    const origin = `http://localhost:${port}`;
    const databaseUrl = await embedded.database(`demo_${district.shortName}_${port}`);
    const database = openDb(databaseUrl, { max: 1 });
    await migrateToLatest(database.db);
    await database.close();
    const running = await createDistrict(
      { ...config, origin, port, databaseUrl, allowPrivateAddresses: true, role: 'all', demo: true },
      { sole: true },
    );
    const isNew = (await theDistrict(running.ctx.db)) === null;
    if (isNew) await seedDistrict(running.ctx, district, data);
    await running.start();
    nodes.push({ key: district.key, district: running, ctx: running.ctx, origin, isNew });
  }
  const elsewhere = await Elsewhere.open(data.elsewhere.people, {
    host: config.host,
    port: config.port + nodes.length,
    file: join(dataDir, 'elsewhere.json'),
  });
  if (nodes.every((node) => node.isNew)) {
    say('The districts are meeting each other …');
    await seedFollows(nodes, data, elsewhere);
    await seedScene(nodes, data, elsewhere);
  }
  greet(nodes, elsewhere, data, dataDir);
  const stop = async () => {
    say('Stopping …');
    await Promise.all([...nodes.map((node) => node.district.stop()), elsewhere.close()]);
    await embedded.stop();
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

function greet(nodes: readonly Running[], elsewhere: Elsewhere, data: DemoData, dataDir: string): void {
  say('\nAjar demo: three districts that federate with each other. All people and places are invented.\n');
  for (const node of nodes) {
    const district = data.districts.find((one) => one.key === node.key);
    say(`  ${district?.name}   ${node.origin}`);
    for (const person of data.people.filter((one) => one.district === node.key))
      say(`      ${person.email.padEnd(42)} @${person.handle}@${node.ctx.host}`);
  }
  say(`  A server of another kind   ${elsewhere.origin}`);
  for (const { handle } of data.elsewhere.people) say(`      @${handle}@${elsewhere.host}`);
  say(
    `\nThe password of everybody is ${DEMO_PASSWORD}. What you do stays in ${dataDir}; remove that folder to begin anew.`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`The demo did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
