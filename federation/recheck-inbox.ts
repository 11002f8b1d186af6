import { getLogger } from '@logtape/logtape';
import { inEffect } from '../server/actions/in-effect.ts';
import { type Asked, beginRecheck, type RefusedAt, settleRecheck } from '../server/actions/recheck-inbox.ts';
import type { DeliveryResult } from '../server/store/deliveries.ts';
import type { Office } from './office.ts';

const log = getLogger(['ajar', 'delivery']);

/** Did an inbox say that there is nobody? */
export function isNobodyThere(result: DeliveryResult): boolean {
  return result.state === 'refused' && (result.status === 404 || result.status === 410);
}

/**
 * An inbox answered 404 or 410: its people are asked for once at their own addresses. Who is gone is no follower any
 * more; who has moved to another inbox gets there what the old one refused.
 */
export async function recheckInbox(office: Office, refused: RefusedAt): Promise<void> {
  const { ctx, documents } = office;
  const refusing = await beginRecheck(ctx, refused);
  if (refusing.behind.length === 0 && refusing.movedTo.length === 0) return;
  const asked = await Promise.all(
    refusing.behind.map(async (who): Promise<Asked> => {
      const actor = await documents.refreshActor(who.uri);
      if (actor) return { who, found: actor.id === who.id ? actor : 'away' };
      return { who, found: (await documents.fetch(who.uri)).kind === 'gone' ? 'gone' : 'away' };
    }),
  );
  const settled = await inEffect(ctx, (inner) => settleRecheck(inner, refused, refusing, asked));
  if (settled.dropped + settled.redirected > 0)
    log.info('{inbox} is not there any more: {dropped} followers less, {redirected} deliveries elsewhere', {
      inbox: refused.inbox,
      ...settled,
    });
}
