import { emitEvent } from '../store/events.ts';
import { hasOwnDescendants } from '../store/lineage.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/**
 * Something from elsewhere is held here for the first time. What of ours came from it was told before anybody here knew
 * whose it is: now its author is told as well.
 */
export async function tellAncestor(ctx: Ctx, uri: string): Promise<void> {
  if (!(await hasOwnDescendants(ctx.db, uri))) return;
  await inTransaction(ctx.db, (tx) => emitEvent(tx, { kind: 'ancestor-found', uri }));
}
