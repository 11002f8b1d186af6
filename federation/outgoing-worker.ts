import { getLogger } from '@logtape/logtape';
import type { Ctx } from '../server/actions/context.ts';
import { type EventTurn, postponeOutgoing, withNextEvent } from '../server/actions/send-event.ts';
import { activitiesOf } from './outgoing.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'outgoing']);

/** Turns events into activities and deliveries, one by one in order; one worker of the node at a time. */
export function startOutgoingWorker(ctx: Ctx): Loop {
  return startLoop({
    idleMs: 2_000,
    onError: (error) => log.error('outgoing worker: {error}', { error }),
    round: async () => {
      let turn: EventTurn | null = null;
      try {
        return await withNextEvent(ctx, async (inner, next) => {
          turn = next;
          return activitiesOf(inner, next);
        });
      } catch (error) {
        const failed = turn as EventTurn | null;
        if (!failed) throw error;
        log.error('event {id} {kind} failed: {error}', { id: failed.id, kind: failed.event.kind, error });
        await postponeOutgoing(ctx, failed.id, error instanceof Error ? error.message : String(error));
        return true;
      }
    },
  });
}
