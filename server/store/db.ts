import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

/** The node's database, or a transaction in it: every store function takes one as its first argument. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface OpenDatabase {
  db: Db;
  pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool on a PostgreSQL address.
 * Statements are ended by the server after 10 s, idle transactions after 15 s; a connection must come within 3 s.
 * @param connectMs how long it may take instead
 * @param onError told about connections that break while idle
 */
export function openDb(
  url: string,
  options: { max?: number; connectMs?: number; onError?: (error: Error) => void } = {},
): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectMs ?? 3_000,
    statement_timeout: 10_000,
    idle_in_transaction_session_timeout: 15_000,
    application_name: 'ajar',
  });
  pool.on('error', (error) => options.onError?.(error));
  // the pool listens to idle connections only: one that breaks between two statements would end the process
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/** Asks the database something simple. @returns its version and clock @throws when it does not answer */
export async function askDatabase(db: Db): Promise<{ version: string; now: Date }> {
  const result = await sql<{
    version: string;
    now: Date;
  }>`select current_setting('server_version') as version, now() as now`.execute(db);
  return result.rows[0] as { version: string; now: Date };
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
  '08003',
  '25P03',
  '57014',
]);

/** True when an error says that the database is away or overloaded rather than that the question was wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code;
  if (code && UNREACHABLE.has(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /timeout exceeded when trying to connect|Connection terminated|connection timeout|not queryable/i.test(
    error.message,
  );
}
