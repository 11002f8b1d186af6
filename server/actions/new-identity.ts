import type { Actor } from '../domain/actor.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Tx } from '../store/db.ts';
import { localFollowerIds } from '../store/follows.ts';
import { retireActor, succeedActor } from '../store/key-history.ts';
import { insertNotice } from '../store/notices.ts';
import { type Ctx, markStale } from './context.ts';
import { fileReport } from './file-report.ts';

/**
 * Ends what somebody elsewhere was: what they wrote stays theirs and nobody can change it any more; follows end both ways.
 * @returns who of ours followed them
 */
export async function endIdentity(ctx: Ctx & { db: Tx }, formerId: string, now: Date): Promise<string[]> {
  const followers = await localFollowerIds(ctx.db, formerId);
  await retireActor(ctx.db, formerId, now);
  await markStale(ctx.db, `actor:${formerId}`, 'district');
  return followers;
}

/**
 * Notes who answers at the address now. Blocks hold for them too. Nobody follows them by themselves, since a follow
 * lets them speak here unasked: whoever followed is told, and so are the moderators.
 */
export async function succeed(
  ctx: Ctx & { db: Tx },
  formerId: string,
  actor: Actor,
  followers: readonly string[],
): Promise<void> {
  const { db: tx } = ctx;
  await succeedActor(tx, formerId, actor.id);
  for (const personId of followers)
    await insertNotice(tx, {
      personId,
      kind: 'new-identity',
      aboutUri: null,
      objectUri: `${actor.uri}#${actor.id}`,
      fromId: actor.id,
    });
  await fileReport(tx, {
    uri: null,
    reporterId: null,
    aboutUris: [actor.uri],
    targetId: actor.id,
    reason: 'new-identity',
    text: '',
    fromHost: null,
  });
  await insertAuditEntry(tx, {
    actorId: null,
    action: 'identity-changed',
    about: actor.uri,
    data: { former: formerId, now: actor.id },
  });
}
