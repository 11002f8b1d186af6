import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './db.ts';

/** The store of server-side sessions for express-session (table `session`). */
export function sessionStore(pool: pg.Pool): session.Store {
  const PgStore = connectPgSimple(session);
  return new PgStore({ pool, tableName: 'session', createTableIfMissing: false, pruneSessionInterval: false, errorLog: () => undefined });
}

/** Signs a person out everywhere, apart from one session. @returns how many ended */
export async function endSessions(db: Db, actorId: string, except?: string): Promise<number> {
  const result = await sql`delete from session where sess ->> 'actorId' = ${actorId} and sid <> ${except ?? ''}`.execute(db);
  return Number(result.numAffectedRows ?? 0n);
}

export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expire', '<', now).execute();
}
