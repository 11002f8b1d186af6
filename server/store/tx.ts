import type { Db, Tx } from './db.ts';

/** Runs `work` in one transaction; joins the surrounding one when there is one. */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work);
}
