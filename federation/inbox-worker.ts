import { getLogger } from '@logtape/logtape';
import type { Ctx } from '../server/actions/context.ts';
import { inEffect } from '../server/actions/in-effect.ts';
import { noteHostsAlive } from '../server/actions/note-host.ts';
import { Refusal } from '../server/domain/refusal.ts';
import type { Tx } from '../server/store/db.ts';
import {
  finishActivities,
  giveBackLease,
  type LeasedActivity,
  leaseActivities,
  type Outcome,
  postponeActivity,
} from '../server/store/inbox.ts';
import { HANDLERS } from './inbox/handlers.ts';
import { type Incoming, Later } from './inbox/handling.ts';
import { type Wave, wavesOf } from './inbox/waves.ts';
import type { Office } from './office.ts';
import { readActivity } from './read-activity.ts';
import { isAboutItself, takesAway } from './translate/verbs.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'inbox']);

const BATCH = 200;
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 12;
const PREPARE_MS = 10_000;

/** A leased activity, parsed; null: it cannot be read. */
type Read = LeasedActivity & { json: Record<string, unknown> | null };
/** With its sender and what it needed from elsewhere; null: it has no effect here. */
type Ready = { leased: LeasedActivity; incoming: Incoming | null };

class HandledElsewhere extends Error {}

/** Handles stored activities: their effects and their acknowledgement share a transaction. */
export function startInboxWorker(office: Office): Loop {
  return startLoop({
    idleMs: 1_000,
    onError: (error) => log.error('inbox worker: {error}', { error }),
    round: async () => {
      const leased = await leaseActivities(office.ctx.db, BATCH, LEASE_SECONDS);
      const read = await Promise.all(
        leased.map(async (one): Promise<Read> => ({ ...one, json: await readActivity(one.body) })),
      );
      // an actor whose activity is put off keeps its later ones waiting behind it
      const held = new Set<string>();
      for (const wave of wavesOf(read)) await handle(office, wave, held);
      return leased.length === BATCH;
    },
  });
}

async function handle(office: Office, wave: Wave<Read>, held: Set<string>): Promise<void> {
  const bySender = new Map<string, Read[]>();
  for (const one of wave.items) bySender.set(one.orderKey, [...(bySender.get(one.orderKey) ?? []), one]);
  const ready = new Map<string, Ready>();
  // senders do not wait for each other; what one sent is made ready in order
  await Promise.all(
    [...bySender.values()].map(async (items) => {
      for (const one of items) {
        if (held.has(one.orderKey)) await giveBackLease(office.ctx.db, one.id);
        else
          await inTime(prepare(office, one)).then(
            (done) => ready.set(one.id, done),
            (error) => putOff(office, one, error, held),
          );
      }
    }),
  );
  const items = wave.items.flatMap((one) => ready.get(one.id) ?? []);
  await apply(office, { items, sideBySide: wave.sideBySide }, held);
}

/** What an activity needs from elsewhere must come soon: a slow server delays its own, nobody else's. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Later('its server did not answer in time')), PREPARE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Finds the sender and fetches what the activity needs. @throws Later when that cannot be had now */
async function prepare(office: Office, leased: Read): Promise<Ready> {
  const { json, uri, type } = leased;
  const handler = HANDLERS[type];
  const actor = json && handler ? await office.documents.actor(leased.actorUri) : null;
  if (!json || !handler || !actor || (actor.state === 'suspended' && !mayBeHeard({ ...json, type })))
    return { leased, incoming: null };
  const incoming: Incoming = { uri, type, actor, json };
  await handler.prepare?.(office, incoming);
  return { leased, incoming };
}

/** Of somebody whom their own server has suspended: that they are back, and what takes something away. */
function mayBeHeard(json: Record<string, unknown>): boolean {
  return takesAway(json) || isAboutItself(json);
}

/** Many in one transaction; if that fails, each in one of its own, so that a bad one stands alone. */
async function apply(office: Office, wave: Wave<Ready>, held: Set<string>): Promise<void> {
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

async function putOff(
  office: Office,
  leased: LeasedActivity,
  error: unknown,
  held: Set<string>,
): Promise<void> {
  held.add(leased.orderKey);
  const why = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Later))
    log.error('activity {id} of type {type}: {error}', { id: leased.id, type: leased.type, error });
  await postponeActivity(office.ctx.db, leased.id, why, MAX_ATTEMPTS);
}
