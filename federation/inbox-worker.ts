import { getLogger } from '@logtape/logtape';
import { noteHostAlive } from '../server/actions/note-host.ts';
import { inEffect } from '../server/actions/in-effect.ts';
import { finishActivities, giveBackLease, type LeasedActivity, leaseActivities, type Outcome, postponeActivity } from '../server/store/inbox.ts';
import { HANDLERS } from './inbox/handlers.ts';
import { type Incoming, Later } from './inbox/handling.ts';
import type { Office } from './office.ts';
import { readActivity } from './read-activity.ts';
import { type Loop, startLoop } from './worker-loop.ts';

const log = getLogger(['ajar', 'inbox']);

const BATCH = 100;
const CHUNK = 25;
const LEASE_SECONDS = 120;
const MAX_ATTEMPTS = 12;

type Ready = { leased: LeasedActivity; incoming: Incoming | null; outcome?: Outcome };

/** Handles stored activities: their effects and their acknowledgement share a transaction. */
export function startInboxWorker(office: Office): Loop {
  return startLoop({
    idleMs: 1_000,
    onError: (error) => log.error('inbox worker: {error}', { error }),
    round: async () => {
      const leased = await leaseActivities(office.ctx.db, BATCH, LEASE_SECONDS);
      await handleAll(office, leased);
      return leased.length === BATCH;
    },
  });
}

async function handleAll(office: Office, leased: readonly LeasedActivity[]): Promise<void> {
  // an actor whose activity is put off keeps its later ones waiting behind it
  const held = new Set<string>();
  for (let start = 0; start < leased.length; start += CHUNK) {
    const ready: Ready[] = [];
    for (const one of leased.slice(start, start + CHUNK)) {
      if (held.has(one.orderKey)) {
        await giveBackLease(office.ctx.db, one.id);
        continue;
      }
      const prepared = await prepare(office, one);
      if (prepared) ready.push(prepared);
      else held.add(one.orderKey);
    }
    await apply(office, ready);
  }
}

/** Reads an activity and fetches what it needs. Null when it was put off. */
async function prepare(office: Office, leased: LeasedActivity): Promise<Ready | null> {
  try {
    const json = await readActivity(leased.body);
    const handler = HANDLERS[leased.type];
    const actor = json && handler ? await office.documents.actor(leased.actorUri) : null;
    if (!json || !handler || !actor || actor.state === 'suspended') return { leased, incoming: null };
    const incoming: Incoming = { uri: leased.uri, type: leased.type, actor, json };
    await handler.prepare?.(office, incoming);
    return { leased, incoming };
  } catch (error) {
    await putOff(office, leased, error);
    return null;
  }
}

/** Many in one transaction; if that fails, each in one of its own, so that a bad one stands alone. */
async function apply(office: Office, ready: readonly Ready[]): Promise<void> {
  if (ready.length === 0) return;
  try {
    await inEffect(office.ctx, (ctx) => effects(ctx, ready));
  } catch (error) {
    if (ready.length === 1) return putOff(office, (ready[0] as Ready).leased, error);
    for (const one of ready) await apply(office, [one]);
    return;
  }
  for (const host of new Set(ready.flatMap((one) => one.incoming?.actor.host ?? []))) await noteHostAlive(office.ctx, host);
}

async function effects(ctx: Parameters<Parameters<typeof inEffect>[1]>[0], ready: readonly Ready[]): Promise<void> {
  const outcomes: Outcome[] = [];
  for (const { leased, incoming } of ready) {
    const said = incoming ? await HANDLERS[leased.type]?.effect(ctx, incoming) : 'dropped: not read here';
    outcomes.push({ id: leased.id, state: said?.startsWith('dropped') ? 'dropped' : 'done', outcome: said ?? '' });
  }
  await finishActivities(ctx.db, outcomes);
}

async function putOff(office: Office, leased: LeasedActivity, error: unknown): Promise<void> {
  const why = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Later)) log.error('activity {id} of type {type}: {error}', { id: leased.id, type: leased.type, error });
  await postponeActivity(office.ctx.db, leased.id, why, MAX_ATTEMPTS);
}

