import type { Actor } from '../domain/actor.ts';
import type { Tx } from '../store/db.ts';
import {
  type Behind,
  dropFollowers,
  dropFollowersBehind,
  leaveSharedInbox,
  markRefusing,
  noteMoved,
  type RefusingInbox,
  redirectDeliveries,
  unmarkRefusing,
} from '../store/refusing-inboxes.ts';
import type { Ctx } from './context.ts';

export type { RefusingInbox };

/** An inbox that answered 404 or 410 to deliveries of ours. */
export interface RefusedAt {
  inbox: string;
  host: string;
  deliveryIds: readonly string[];
}

/** What came of asking at somebody's address: as they are now, not there any more, or no answer. */
export interface Asked {
  who: Behind;
  found: Actor | 'gone' | 'away';
}

/** Marks the inbox. @returns who is to be asked whether they are still there */
export function beginRecheck(ctx: Ctx, refused: RefusedAt): Promise<RefusingInbox> {
  return markRefusing(ctx.db, refused.inbox, refused.host);
}

export interface Settled {
  /** follows that ended */
  dropped: number;
  /** deliveries that go to another inbox now */
  redirected: number;
}

/**
 * Draws the conclusions: who is gone follows nobody here any more; who has another inbox gets there what the old one
 * refused; an inbox that has refused for a week though its people name it takes their follows with it.
 */
export async function settleRecheck(
  ctx: Ctx & { db: Tx },
  refused: RefusedAt,
  { forGood, movedTo }: RefusingInbox,
  asked: readonly Asked[],
): Promise<Settled> {
  const { db } = ctx;
  const gone = asked.filter(({ found }) => found === 'gone').map(({ who }) => who.id);
  let dropped = await dropFollowers(db, gone);
  const there = asked.flatMap(({ found }) => (typeof found === 'string' ? [] : [found]));
  const moved = there.filter(({ inbox, sharedInbox }) => (sharedInbox ?? inbox) !== refused.inbox);
  // a shared inbox is the server's: where one of its people has another one, all have
  const along = moved[0] ? await leaveSharedInbox(db, refused.host, refused.inbox, moved[0].sharedInbox) : [];
  const ids = [...moved.map(({ id }) => id), ...along];
  // something may have been on its way to the old inbox while its people were asked: it comes by here later
  const to = ids.length > 0 ? await noteMoved(db, refused.inbox, ids) : movedTo;
  const redirected = to.length > 0 ? await redirectDeliveries(db, refused, refused.deliveryIds, to) : 0;
  const stayed = there.length > moved.length;
  if (forGood && stayed) dropped += await dropFollowersBehind(db, refused.inbox, refused.host);
  if (there.length === 0 && gone.length === 0 && asked.length > 0) await unmarkRefusing(db, refused.inbox);
  return { dropped, redirected };
}
