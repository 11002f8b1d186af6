import { getLogger } from '@logtape/logtape';
import type { Ctx } from '../../server/actions/context.ts';
import { inEffect } from '../../server/actions/in-effect.ts';
import { noteHostsAlive } from '../../server/actions/note-host.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import type { Tx } from '../../server/store/db.ts';
import {
  finishActivities,
  giveBackLease,
  type LeasedActivity,
  type Outcome,
  postponeActivity,
} from '../../server/store/inbox.ts';
import type { Office } from '../office.ts';
import { HANDLERS } from './handlers.ts';
import { Later } from './handling.ts';
import type { Ready } from './prepare.ts';
import type { Wave } from './waves.ts';

const log = getLogger(['ajar', 'inbox']);

const MAX_ATTEMPTS = 12;

class HandledElsewhere extends Error {}

/**
 * Many in one transaction; if that fails, each in one of its own, so that a bad one stands alone.
 * @param held senders of whom something was put off: what they sent later waits behind it
 */
export async function apply(office: Office, wave: Wave<Ready>, held: Set<string>): Promise<void> {
  if (wave.items.length === 0) return;
  try {
    await inEffect(office.ctx, (ctx) => effects(ctx, wave));
  } catch (error) {
    const [first] = wave.items;
    if (wave.items.length === 1 && first) return alone(office, first.leased, error, held);
    for (const one of wave.items) {
      if (held.has(one.leased.orderKey)) await giveBackLease(office.ctx.db, one.leased.id);
      else await apply(office, { items: [one], sideBySide: false }, held);
    }
    return;
  }
  await noteHostsAlive(
    office.ctx,
    wave.items.flatMap((one) => one.incoming?.actor.host ?? []),
  );
}

/** What becomes of one that failed by itself. */
async function alone(
  office: Office,
  leased: LeasedActivity,
  error: unknown,
  held: Set<string>,
): Promise<void> {
  // its lease had ended and another worker was quicker: nothing of ours stays
  if (error instanceof HandledElsewhere) return;
  if (!(error instanceof Refusal)) return putOff(office, leased, error, held);
  await inEffect(office.ctx, async ({ db }) => {
    await finishActivities(db, [{ id: leased.id, state: 'dropped', outcome: `dropped: ${error.say}` }]);
  });
}

async function effects(ctx: Ctx & { db: Tx }, { items, sideBySide }: Wave<Ready>): Promise<void> {
  let said: string[] = [];
  if (sideBySide) {
    // all are waited for: none may use the transaction after it has ended
    const results = await Promise.allSettled(items.map((one) => effect(ctx, one)));
    said = results.map((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value;
    });
  } else {
    for (const one of items) said.push(await effect(ctx, one));
  }
  const finished = await finishActivities(
    ctx.db,
    items.map(({ leased }, index): Outcome => {
      const outcome = said[index] ?? '';
      return { id: leased.id, state: outcome.startsWith('dropped') ? 'dropped' : 'done', outcome };
    }),
  );
  if (finished < items.length) throw new HandledElsewhere();
}

async function effect(ctx: Ctx & { db: Tx }, { leased, incoming }: Ready): Promise<string> {
  const handler = incoming && HANDLERS[leased.type];
  return handler ? handler.effect(ctx, incoming) : 'dropped: not read here';
}

/** Counts a failure of this one; it comes again after a while, and all of its sender's waits behind it. */
export async function putOff(
  office: Office,
  leased: LeasedActivity,
  error: unknown,
  held?: Set<string>,
): Promise<void> {
  held?.add(leased.orderKey);
  const why = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Later))
    log.error('activity {id} of type {type}: {error}', { id: leased.id, type: leased.type, error });
  await postponeActivity(office.ctx.db, leased.id, why, MAX_ATTEMPTS);
}
