import { hostOf } from '../../server/domain/handle.ts';
import { giveBackLease } from '../../server/store/inbox.ts';
import type { Office } from '../office.ts';
import { apply, putOff } from './apply.ts';
import { prepared, type Read, type Ready } from './prepare.ts';
import { wavesOf } from './waves.ts';

/** A wave has at least so long to become ready, even when the patience for all of them is used up. */
const LEAST_MS = 20;

/** The server of a sender. */
export const serverOf = (one: Read): string => hostOf(one.actorUri) ?? '';

/**
 * Handles leased activities, wave by wave; nobody waits long for somebody else's server.
 * @param patienceMs how long is waited, in all, for what they need from elsewhere
 * @param stopping when it is aborted nothing is waited for any more
 * @returns what was not ready by then, with all that the same servers sent after it: still leased, in order
 */
export async function handle(
  office: Office,
  items: readonly Read[],
  patienceMs: number,
  stopping: AbortSignal,
): Promise<Read[]> {
  const held = new Set<string>();
  const slow = new Set<string>();
  const late: Read[] = [];
  let left = patienceMs;
  for (const wave of wavesOf(items)) {
    const present = wave.items.filter((one) => !slow.has(serverOf(one)));
    const before = performance.now();
    const { ready, ended } = await makeReady(office, present, Math.max(left, LEAST_MS), held, stopping);
    left -= performance.now() - before;
    for (const one of wave.items) {
      if (ended.has(one.id)) continue;
      slow.add(serverOf(one));
      late.push(one);
    }
    await apply(office, { items: ready, sideBySide: wave.sideBySide }, held);
  }
  // something of its sender was put off: it waits behind that
  const behind = late.filter((one) => held.has(one.orderKey));
  for (const one of behind) await giveBackLease(office.ctx.db, one.id);
  return late.filter((one) => !held.has(one.orderKey));
}

/** `ready`: in the order of `items`; `ended`: the ids of those and of what was put off. */
async function makeReady(
  office: Office,
  items: readonly Read[],
  ms: number,
  held: Set<string>,
  stopping: AbortSignal,
): Promise<{ ready: Ready[]; ended: Set<string> }> {
  const ready = new Map<string, Ready>();
  const ended = new Set<string>();
  let over = false;
  // senders do not wait for each other; what one sent is made ready in order
  const all = [...Map.groupBy(items, (one) => one.orderKey).values()].map(async (sent) => {
    for (const one of sent) {
      if (over) return;
      if (held.has(one.orderKey)) {
        ended.add(one.id);
        await giveBackLease(office.ctx.db, one.id);
        continue;
      }
      const done = await prepared(office, one).catch((error: unknown) => ({ error }));
      if (over) return;
      ended.add(one.id);
      if ('error' in done) await putOff(office, one, done.error, held);
      else ready.set(one.id, done);
    }
  });
  await atMost(Promise.all(all), ms, stopping);
  over = true;
  return { ready: items.flatMap((one) => ready.get(one.id) ?? []), ended: new Set(ended) };
}

/** Resolves when the work is done, but after so many milliseconds at the latest. Rejects with it. */
function atMost(work: Promise<unknown>, ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const end = () => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, stopping.aborted ? 0 : ms);
    stopping.addEventListener('abort', end);
    work.catch(fail).then(end);
  });
}
