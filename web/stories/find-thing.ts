import { hostOf } from '../../server/domain/handle.ts';
import { isId } from '../../server/domain/ids.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { openPlace } from '../../server/reads/open-place.ts';
import { type Place, placeOfId } from '../../server/reads/place-of.ts';
import { takeOne } from '../http/limits.ts';
import type { Visit } from '../http/visit.ts';
import { webUrl } from '../kit/web-url.ts';

/** Why something was not found: the keys of sentences, `error.<field>.<say>`. */
export type NotFound = 'nothing' | 'unreachable' | 'too-many' | 'no-address' | 'signed-out';

/** An address as people paste it, `https://` added where it is missing. Null when it is none. */
export function pastedAddress(text: string): string | null {
  const trimmed = text.trim();
  return webUrl(/^[\w-]+(\.[\w-]+)+(:\d+)?\//.test(trimmed) ? `https://${trimmed}` : trimmed);
}

/**
 * Whether the visitor asked for this page from one of ours or by hand. Another site's link must not make this
 * server ask around (Fetch Metadata; browsers that do not send it are believed).
 */
export function askedByHand({ request }: Visit): boolean {
  const site = request.get('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

/**
 * A work, try or reply that this visitor may open, by its address: from our tables, else from its own server, which
 * counts against a limit.
 */
export async function findPlace(
  visit: Visit,
  address: string,
  byHand = askedByHand(visit),
): Promise<Place | NotFound> {
  const { db, lookup, host } = visit.web.ctx;
  const known = (await openPlace(db, visit.viewer, address)) ?? (await ownPage(visit, address));
  if (known) return known;
  if (visit.viewer.kind !== 'member') return 'signed-out';
  if (!byHand || hostOf(address) === host) return 'nothing';
  const { actorId } = visit.viewer;
  return orNotFound(async () => {
    await takeOne(visit, 'lookUp', actorId);
    const found = await lookup.object(address);
    return (await openPlace(db, visit.viewer, found.uri)) ?? 'nothing';
  });
}

/** Pages of this node that hold a thing’s id at their end: tries, replies, and works from elsewhere, as they are read here. */
async function ownPage({ web: { ctx }, viewer }: Visit, address: string): Promise<Place | null> {
  const id = URL.parse(address)?.pathname.split('/').at(-1) ?? '';
  if (hostOf(address) !== ctx.host || !isId(id)) return null;
  const place = await placeOfId(ctx.db, id);
  return place && openPlace(ctx.db, viewer, place.uri);
}

/** Runs a search elsewhere; what was refused becomes a reason. */
export async function orNotFound<T>(search: () => Promise<T>): Promise<T | NotFound> {
  try {
    return await search();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.kind === 'too-many') return 'too-many';
    return error.kind === 'unreachable' || error.kind === 'unavailable' ? 'unreachable' : 'nothing';
  }
}
