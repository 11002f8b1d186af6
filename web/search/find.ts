import type { Actor } from '../../server/domain/actor.ts';
import { type Handle, hostOf, parseHandle } from '../../server/domain/handle.ts';
import { openPlace } from '../../server/reads/open-place.ts';
import { knownActor } from '../../server/reads/person-page.ts';
import { takeOne } from '../http/limits.ts';
import type { Visit } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { askedByHand, findPlace, type NotFound, orNotFound, pastedAddress } from '../stories/find-thing.ts';
import { placePath } from '../stories/refs.ts';

/** A path, or why there is none. */
export type Way = { to: string } | { say: NotFound };

/**
 * What a handle or an address leads to. Other servers are asked for members alone, and not often.
 * @param q what was typed or pasted, trimmed
 * @param byHand whether the visitor asked for it, so that other servers may be asked
 * @returns null when `q` is neither: then it is words
 */
export async function wayTo(visit: Visit, q: string, byHand = askedByHand(visit)): Promise<Way | null> {
  const handle = parseHandle(q);
  if (handle) return person(visit, q, byHand, handle);
  const address = pastedAddress(q);
  if (address === null) return null;
  if (visit.viewer.kind !== 'member' || hostOf(address) === visit.web.ctx.host) return known(visit, address);
  const place = await findPlace(visit, address, byHand);
  if (typeof place !== 'string') return { to: placePath(place) };
  return place === 'nothing' ? person(visit, address, byHand) : { say: place };
}

/** From our tables alone; signed-out readers may open what is ours. */
async function known(visit: Visit, address: string): Promise<Way> {
  const { ctx } = visit.web;
  const place = await openPlace(ctx.db, visit.viewer, address);
  if (place) return { to: placePath(place) };
  const actor = await knownActor(ctx.db, address);
  if (actor && mayOpen(visit, actor)) return { to: personPath(actor) };
  return { say: hostOf(address) === ctx.host ? 'nothing' : 'signed-out' };
}

async function person(visit: Visit, text: string, byHand: boolean, handle?: Handle): Promise<Way> {
  const { ctx } = visit.web;
  if (handle?.host === ctx.host) return { to: paths.person(handle.user) };
  if (visit.viewer.kind !== 'member') return { say: 'signed-out' };
  const { actorId } = visit.viewer;
  const actor = await knownActor(ctx.db, handle ?? text);
  if (actor && mayOpen(visit, actor)) return { to: personPath(actor) };
  if (!byHand) return { say: 'nothing' };
  const found = await orNotFound(async () => {
    await takeOne(visit, 'lookUp', actorId);
    return ctx.lookup.actor(text);
  });
  return typeof found === 'string' ? { say: found } : { to: personPath(found) };
}

const mayOpen = ({ viewer }: Visit, { host, kind, state }: Actor): boolean =>
  state !== 'gone' &&
  state !== 'suspended' &&
  kind !== 'application' &&
  (host === null || viewer.kind === 'member');

export function personPath({ kind, handle, host }: Actor): string {
  if (host !== null) return paths.remotePerson(handle, host);
  return kind === 'organization' ? paths.district() : paths.person(handle);
}
