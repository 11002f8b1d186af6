import { mayLeave } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { adaptationById, updateAdaptation } from '../store/adaptations.ts';
import { emitEvent } from '../store/events.ts';
import { removeNoticesAbout } from '../store/notices.ts';
import { insertTombstone } from '../store/tombstones.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * Takes an own try back, here and wherever it was sent.
 * @throws Refusal `not-found no-work`
 */
export async function takeBackTry(ctx: Ctx, actorId: string, tryId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const adaptation = await adaptationById(tx, tryId);
    if (
      !adaptation ||
      adaptation.host !== null ||
      adaptation.authorId !== actorId ||
      adaptation.state !== 'published'
    )
      throw new Refusal('not-found', 'no-work');
    const now = ctx.clock.now();
    await updateAdaptation(tx, tryId, { state: 'withdrawn' });
    await insertTombstone(
      tx,
      { uri: adaptation.uri, actorUri: null, formerType: 'Note', url: adaptation.url },
      now,
    );
    await removeNoticesAbout(tx, adaptation.uri);
    if (mayLeave(adaptation)) await emitEvent(tx, { kind: 'try-taken-back', tryId, at: now.toISOString() });
    await markStale(tx, `object:${adaptation.uri}`, `object:${adaptation.ofUri}`, `actor:${actorId}`);
  });
}
