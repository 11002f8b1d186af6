import { insertAuditEntry } from '../store/audit.ts';
import { retryEvents } from '../store/events.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { requireAdmin } from './require-admin.ts';

/**
 * What could not be made into messages is tried anew, all of it.
 * @returns how many things
 * @throws Refusal `not-allowed admins-only`
 */
export async function tryEventsAgain(ctx: Ctx, by: string): Promise<number> {
  await requireAdmin(ctx.db, by);
  return inTransaction(ctx.db, async (tx) => {
    const count = await retryEvents(tx);
    await insertAuditEntry(tx, { actorId: by, action: 'events-again', about: '', data: { count } });
    return count;
  });
}
