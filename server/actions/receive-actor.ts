import type { Actor } from '../domain/actor.ts';
import { newId } from '../domain/ids.ts';
import type { ReceivedActor } from '../domain/received.ts';
import { saveRemoteActor } from '../store/actors.ts';
import { cleanRemoteHtml } from '../text/remote-html.ts';
import { type Ctx, markStale } from './context.ts';

/** Stores what is known of somebody elsewhere, cleaned. Their id here stays when they are known already. */
export async function receiveActor(ctx: Ctx, received: ReceivedActor): Promise<Actor> {
  const now = ctx.clock.now();
  const actor = await saveRemoteActor(
    ctx.db,
    newId(now.getTime()),
    {
      ...received,
      summaryHtml: cleanRemoteHtml(received.summaryHtml),
      fields: received.fields.map((field) => ({
        name: field.name,
        valueHtml: cleanRemoteHtml(field.valueHtml),
      })),
      state: received.suspended ? 'suspended' : received.movedTo ? 'moved' : 'active',
      publishedAt: received.publishedAt ?? now,
      fetchedAt: now,
    },
    now,
  );
  await markStale(ctx.db, `actor:${actor.id}`);
  return actor;
}
