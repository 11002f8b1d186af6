import type { Actor } from '../domain/actor.ts';
import { actorById } from '../store/actors.ts';
import { hasBlocked } from '../store/blocks.ts';
import { followBetween } from '../store/follows.ts';
import { hostFacts, hostRule } from '../store/hosts.ts';
import { type PlaceState, toldFromHost, toldOf, withoutPlace } from '../store/lineage.ts';
import { wasShownBefore } from '../store/replies.ts';
import type { Ctx } from './context.ts';

/** The NodeInfo feature by which nodes that know tries recognise each other. */
export const FEATURE = 'teaching-practice/1';
const DAY = 86_400_000;
const DAILY_FROM_ONE_HOST = 10;
/** of what one person tells one author in a day */
const DAILY_FROM_ONE_PERSON = 5;
const DAILY_FROM_A_COLLEAGUE = 20;
/** stories that wait under one thing; more of them are kept out of sight */
const WAITING = 20;

/** What something came from, when it is held here. */
export interface ParentFacts {
  uri: string;
  authorId: string;
  host: string | null;
}

/**
 * Whether what somebody elsewhere told of something appears there at once: from a node that speaks our terms, at most
 * ten a day from one host and five from one person to one author; and what is shown where it lives. The rest waits.
 * @param listed the server of what it came from lists it
 */
export async function appearsAtOnce(
  ctx: Ctx,
  author: Actor,
  parent: ParentFacts | null,
  listed: boolean,
): Promise<boolean> {
  if (author.host === null) return true;
  if ((await hostRule(ctx.db, author.host))?.severity === 'silence') return false;
  if (listed && parent !== null && parent.host !== null) return true;
  const dayAgo = new Date(ctx.clock.now().getTime() - DAY);
  const facts = await hostFacts(ctx.db, author.host);
  if (!facts?.features.includes(FEATURE)) return false;
  if ((await toldFromHost(ctx.db, author.host, dayAgo)) >= DAILY_FROM_ONE_HOST) return false;
  return (
    parent === null || (await toldOf(ctx.db, author.id, parent.authorId, dayAgo)) < DAILY_FROM_ONE_PERSON
  );
}

/**
 * The place of a work from elsewhere among what came from something held here. Of those whom the author follows or showed
 * before, it is there at once.
 * @returns `held`: the author of that decides; `hidden`: it is by somebody whom they have blocked, or too many wait
 */
export async function placeFor(ctx: Ctx, author: Actor, parent: ParentFacts | null): Promise<PlaceState> {
  if (author.host === null || parent === null || author.id === parent.authorId) return 'shown';
  if (await hasBlocked(ctx.db, parent.authorId, author.id)) return 'hidden';
  const owner = await actorById(ctx.db, parent.authorId);
  const silenced = (await hostRule(ctx.db, author.host))?.severity === 'silence';
  if (owner?.host !== null) return silenced ? 'held' : 'shown';
  if (!silenced) {
    if ((await followBetween(ctx.db, owner.id, author.id))?.state === 'accepted') return 'shown';
    if (await wasShownBefore(ctx.db, owner.id, author.id)) return 'shown';
    if (await appearsAtOnce(ctx, author, parent, false)) return 'shown';
  }
  return (await withoutPlace(ctx.db, parent.uri, ['held'], WAITING)).length < WAITING ? 'held' : 'hidden';
}

/** When it was told: what claims to be older than what it came from came now. */
export function toldWhen(claimed: Date, parent: { publishedAt: Date | null } | null, now: Date): Date {
  const least = parent?.publishedAt?.getTime() ?? 0;
  return claimed.getTime() + DAY < least ? now : claimed;
}

/** Has this person told this author of so many tries today that it is enough? */
export async function toldEnough(ctx: Ctx, byId: string, authorId: string): Promise<boolean> {
  const dayAgo = new Date(ctx.clock.now().getTime() - DAY);
  return byId !== authorId && (await toldOf(ctx.db, byId, authorId, dayAgo)) >= DAILY_FROM_A_COLLEAGUE;
}
