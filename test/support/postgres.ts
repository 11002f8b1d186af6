import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Databases of this test file. Those of files that ran before in this worker are dropped when the next one needs one. */
const ours = new Set<string>();

/**
 * A database of its own for a test file, migrated and empty, in the server of this run.
 * @returns its address, for `openDb`
 */
export async function freshDatabase(): Promise<string> {
  const server = process.env.AJAR_TEST_DATABASE;
  if (!server)
    throw new Error(
      'There is no database in unit tests: put this test in integration, federation or browser.',
    );
  const worker = `test_${process.env.JEST_WORKER_ID ?? '0'}_`;
  const name = `${worker}${randomBytes(4).toString('hex')}`;
  ours.add(name);
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const before = await client.query<{ datname: string }>(
      `select datname from pg_database d where starts_with(datname, $1)
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`,
      [worker],
    );
    for (const { datname } of before.rows.filter((row) => !ours.has(row.datname))) {
      await client.query(`drop database if exists "${datname}"`);
    }
    await client.query(`create database "${name}" template template_ajar`);
  } finally {
    await client.end();
  }
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
