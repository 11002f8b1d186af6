import { Refusal } from '../domain/refusal.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { retryHost } from '../store/dead-letters.ts';
import { isSuspended } from '../store/hosts.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { requireAdmin } from './require-admin.ts';

/** days that something undeliverable can be sent again */
export const DEAD_LETTER_DAYS = 30;

/**
 * Sends everything that waits for a server, and what was given up on it in the last thirty days, again.
 * @returns how many things that had been given up
 * @throws Refusal `not-allowed admins-only`, `conflict server-suspended`
 */
export async function tryHostAgain(ctx: Ctx, by: string, host: string): Promise<number> {
  await requireAdmin(ctx.db, by);
  if (await isSuspended(ctx.db, host)) throw new Refusal('conflict', 'server-suspended');
  const since = new Date(ctx.clock.now().getTime() - DEAD_LETTER_DAYS * 86_400_000);
  return inTransaction(ctx.db, async (tx) => {
    const count = await retryHost(tx, host, since);
    await insertAuditEntry(tx, { actorId: by, action: 'deliveries-again', about: host, data: { count } });
    return count;
  });
}
