import type { Carries, OutgoingEvent } from '../domain/outgoing-event.ts';
import { enqueueDeliveries } from '../store/deliveries.ts';
import { finishEvent, nextEvent, postponeEvent, takeEventLock } from '../store/events.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/** An event whose turn it is. */
export interface EventTurn {
  id: string;
  event: OutgoingEvent;
}

/** An activity that an event became, with where it goes. */
export interface ActivityToSend {
  id: string;
  type: string;
  /** null: nothing of what it is about */
  carries: Carries | null;
  actorId: string;
  objectUri: string | null;
  body: string;
  to: readonly { inbox: string; host: string }[];
}

/**
 * Takes the next outgoing event, has it translated, and stores the activities with their deliveries, all in one
 * transaction: an event is never lost and never sent twice.
 * @returns false when there was nothing to do or another worker is at it
 */
export async function withNextEvent(
  ctx: Ctx,
  translate: (inner: Ctx, turn: EventTurn) => Promise<ActivityToSend[]>,
): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    if (!(await takeEventLock(tx))) return false;
    const next = await nextEvent(tx);
    if (!next) return false;
    for (const activity of await translate({ ...ctx, db: tx }, next)) {
      await enqueueDeliveries(
        tx,
        {
          uri: activity.id,
          actorId: activity.actorId,
          type: activity.type,
          carries: activity.carries,
          objectUri: activity.objectUri,
          body: activity.body,
        },
        activity.to,
      );
    }
    await finishEvent(tx, next.id);
    return true;
  });
}

/** Puts an event that could not be translated off for a while. */
export async function postponeOutgoing(ctx: Ctx, id: string, error: string): Promise<void> {
  await postponeEvent(ctx.db, id, error);
}
