import type { OutgoingEvent } from '../domain/outgoing-event.ts';
import { emitEvent } from '../store/events.ts';
import { noteLife } from '../store/node-life.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/** After so long other servers may have given this node up. */
const LONG_ABSENCE_S = 3 * 86_400;
/** seconds from one portion of servers to the next: each that hears from us may have much to send */
const PORTION_EVERY_S = 30;
/** so many servers are told at most */
const TOLD_MOST = 20_000;

/**
 * Notes that this node is up. After an absence of more than three days every server that it knows will hear from it:
 * some have stopped sending, and begin again when they are spoken to.
 * @returns true when it was such an absence
 */
export async function noteNodeLife(ctx: Ctx): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const away = await noteLife(tx);
    if (away === null || away <= LONG_ABSENCE_S) return false;
    await emitEvent(tx, { kind: 'node-returned', at: ctx.clock.now().toISOString(), after: '', told: 0 });
    return true;
  });
}

/** The next portion waits for its turn, unless enough servers were told. Call it in the transaction of the portion. */
export async function tellMoreServers(
  ctx: Ctx,
  event: Extract<OutgoingEvent, { kind: 'node-returned' }>,
  portion: { next: string | null; told: number },
): Promise<void> {
  const told = event.told + portion.told;
  if (portion.next === null || told >= TOLD_MOST) return;
  await inTransaction(ctx.db, (tx) =>
    emitEvent(tx, { ...event, after: portion.next as string, told }, PORTION_EVERY_S),
  );
}
