import { mayLeave } from '../domain/audience.ts';
import { updateAdaptation } from '../store/adaptations.ts';
import type { Tx } from '../store/db.ts';
import { cancelText } from '../store/deliveries.ts';
import { emitEvent } from '../store/events.ts';
import { forgetTitle } from '../store/titles-of-tries.ts';
import { type Ctx, markStale } from './context.ts';
import { laterThan } from './edit-story.ts';
import { tryHtml } from './try-html.ts';

/**
 * Takes the title of a work out of every try of it, when the title itself could tell who a student is. Tries of ours are
 * written anew without it, and servers that have them get an `Update`; those from elsewhere are told by
 * their own, and show no title here until then.
 */
export async function forgetTitleInTries(ctx: Ctx, tx: Tx, workUri: string): Promise<void> {
  for (const attempt of await forgetTitle(tx, workUri)) {
    const { id, uri, authorId, html, verdict } = attempt;
    const version = attempt.version + 1;
    await updateAdaptation(tx, id, {
      html: html === '' || verdict === null ? '' : tryHtml('', { ...attempt, verdict }),
      version,
      updated_at: laterThan(ctx.clock.now(), attempt.updatedAt),
    });
    // what still waits to be sent says the title
    await cancelText(tx, uri);
    if (mayLeave(attempt)) await emitEvent(tx, { kind: 'try-edited', tryId: id, version });
    await markStale(tx, `object:${uri}`, `actor:${authorId}`);
  }
}
