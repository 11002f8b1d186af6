import type { Db, Tx } from './db.ts';
import { hintsIn, tellOwn } from './notify.ts';

/**
 * Runs `work` in one transaction; joins the surrounding one when there is one. Once it is committed this process knows at
 * once what it made stale; others hear of it a moment later.
 */
export async function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  const { result, hints } = await db.transaction().execute(async (tx) => {
    const result = await work(tx);
    return { result, hints: hintsIn(tx) };
  });
  tellOwn(db, hints);
  return result;
}
