import type { Tx } from '../store/db.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/** Runs effects in one transaction, with a context whose database is that transaction. */
export function inEffect<T>(ctx: Ctx, work: (inner: Ctx & { db: Tx }) => Promise<T>): Promise<T> {
  return inTransaction(ctx.db, (tx) => work({ ...ctx, db: tx }));
}
