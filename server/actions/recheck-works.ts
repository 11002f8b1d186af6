import { hostOf } from '../domain/handle.ts';
import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { inTransaction } from '../store/tx.ts';
import { staleRemoteWorks, updateWork } from '../store/works.ts';
import { takePace } from './backfill.ts';
import type { Ctx } from './context.ts';
import { receiveTakeBack } from './receive-take-back.ts';

const WEEK = 7 * 86_400_000;
/** works asked about in one run: with a run every hour, 33,600 in a week */
const MOST = 200;
/** of one server: as many as may be asked for in a minute, so that a large one keeps nobody waiting */
const OF_EACH = 30;

/**
 * Asks for the works from elsewhere that are still shown here once a week, and drops those that are gone from their
 * own server: a take-back that never arrived is honoured all the same. A server that does not answer changes nothing.
 * @returns how many were dropped
 */
export async function recheckWorks(ctx: Ctx): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - WEEK);
  const asked = new Set<string>();
  let dropped = 0;
  for (const work of await staleRemoteWorks(ctx.db, before, MOST, OF_EACH)) {
    const host = hostOf(work.uri) ?? '';
    // its server has been asked enough for now: next time
    if (asked.has(host)) continue;
    if ((await takePace(ctx, host)) > 0) {
      asked.add(host);
      continue;
    }
    // first, so that one that cannot be read does not come up every night
    await updateWork(ctx.db, work.id, { fetched_at: ctx.clock.now() });
    try {
      await ctx.lookup.object(work.uri, true);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // refused, away, or not to be read any more: none of these is a take-back
      const author = error.say === 'gone-there' ? await actorById(ctx.db, work.authorId) : null;
      if (!author || author.state === 'suspended') continue;
      const drop = () => inTransaction(ctx.db, (tx) => receiveTakeBack({ ...ctx, db: tx }, author, work.uri));
      if ((await drop()) === 'taken-back') dropped += 1;
    }
  }
  return dropped;
}
