import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from './db.ts';

/**
 * The store of server-side sessions for express-session (table `session`).
 * A session that was ended stays ended: a request that still has it in hand may change it, never bring it back.
 */
export function sessionStore(pool: pg.Pool): session.Store {
  const PgStore = connectPgSimple(session);
  const store = new PgStore({
    pool,
    tableName: 'session',
    createTableIfMissing: false,
    pruneSessionInterval: false,
    disableTouch: true,
    errorLog: () => undefined,
  });
  const insert = store.set.bind(store);
  store.set = (sid, data, done = () => undefined) => {
    if (!isStored(data)) return insert(sid, Object.assign({ ...data }, { stored: true }), done);
    const expire = new Date(data.cookie.expires ?? Date.now() + 86_400_000);
    pool
      .query('update session set sess = $1, expire = $2 where sid = $3', [data, expire, sid])
      .then(() => done(), done);
  };
  return store;
}

/** Whether it came from the database, where it may have ended in the meantime. */
function isStored(data: session.SessionData): boolean {
  return (data as { stored?: boolean }).stored === true;
}

/**
 * Signs a person out everywhere, apart from one session; sessions that only see why they are suspended end too.
 * @returns how many ended
 */
export async function endSessions(db: Db, actorId: string, except?: string): Promise<number> {
  const result =
    await sql`delete from session where (sess ->> 'actorId' = ${actorId} or sess ->> 'suspendedId' = ${actorId}) and sid <> ${except ?? ''}`.execute(
      db,
    );
  return Number(result.numAffectedRows ?? 0n);
}

export async function sweepSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expire', '<', now).execute();
}
