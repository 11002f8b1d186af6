import { dropHeld, pauseReplies, placeAmongHeld } from '../store/held.ts';
import { raiseNotice } from '../store/notices.ts';
import { type CacheTag, type Ctx, markStale } from './context.ts';

const HOUR = 3_600_000;
/** strangers' words that may be held under one thread within an hour; the next one closes it to them */
const HELD_IN_AN_HOUR = 20;

/**
 * The volume brake, asked once a stranger's word is held: with the twenty-first within an hour a work or try takes no
 * more of them, and its author is told, once.
 * @returns true when it came after the one that closed it: then it is not kept
 */
export async function brake(
  ctx: Ctx,
  { rootUri, authorId, tags }: { rootUri: string; authorId: string; tags: readonly CacheTag[] },
  uri: string,
): Promise<boolean> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - HOUR);
  const place = await placeAmongHeld(ctx.db, { uri, rootUri, ownerId: authorId, since });
  if (place <= HELD_IN_AN_HOUR) return false;
  if (await pauseReplies(ctx.db, rootUri, now)) {
    await raiseNotice(
      ctx.db,
      { personId: authorId, kind: 'busy', aboutUri: rootUri, objectUri: rootUri, fromId: null },
      now,
    );
    await markStale(ctx.db, ...tags);
  }
  if (place === HELD_IN_AN_HOUR + 1) return false;
  await dropHeld(ctx.db, uri);
  return true;
}
