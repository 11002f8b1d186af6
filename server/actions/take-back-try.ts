import { isOwn } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { adaptationById, withdrawAdaptation } from '../store/adaptations.ts';
import { cancelText } from '../store/deliveries.ts';
import { emitEvent } from '../store/events.ts';
import { removeNoticesAbout } from '../store/notices.ts';
import { insertTombstone } from '../store/tombstones.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale, rootTags } from './context.ts';

/**
 * Takes an own try back, here and wherever it was sent.
 * @throws Refusal `not-found no-work`
 */
export async function takeBackTry(ctx: Ctx, actorId: string, tryId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const adaptation = await adaptationById(tx, tryId);
    if (!isOwn(adaptation, actorId)) throw new Refusal('not-found', 'no-work');
    // also one that the author of the work hid; of two presses at once, one counts
    if (!(await withdrawAdaptation(tx, tryId))) throw new Refusal('not-found', 'no-work');
    const now = ctx.clock.now();
    await cancelText(tx, adaptation.uri);
    await insertTombstone(tx, { uri: adaptation.uri, actorUri: null, was: 'try', url: adaptation.url }, now);
    await removeNoticesAbout(tx, adaptation.uri);
    if (adaptation.audience === 'everyone')
      await emitEvent(tx, { kind: 'try-taken-back', tryId, at: now.toISOString() });
    await markStale(
      tx,
      `object:${adaptation.uri}`,
      `object:${adaptation.ofUri}`,
      `actor:${actorId}`,
      ...rootTags(adaptation.lineage),
    );
  });
}
