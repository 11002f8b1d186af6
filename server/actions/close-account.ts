import { Refusal } from '../domain/refusal.ts';
import { actorById } from '../store/actors.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Tx } from '../store/db.ts';
import { cancelText } from '../store/deliveries.ts';
import { closeActor } from '../store/departures.ts';
import { emitEvent } from '../store/events.ts';
import { isLastAdmin, personByEmail, personById } from '../store/people.ts';
import { deletePhotos, handOverPhotos } from '../store/photos.ts';
import { endSessions } from '../store/sessions.ts';
import { removeSuspension } from '../store/suspensions.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';
import { checkPassword } from './password.ts';
import { freeFiles } from './photo-files.ts';
import { requireAdmin } from './require-admin.ts';

/**
 * Closes one's own account: everything shared is taken back everywhere, the address answers 410 and the handle is
 * never given again. The key stays until every server has been told.
 * @throws Refusal `not-allowed wrong-password`, `conflict last-admin`
 */
export async function closeAccount(ctx: Ctx, actorId: string, password: string): Promise<void> {
  const person = await personById(ctx.db, actorId);
  const found = person && (await personByEmail(ctx.db, person.email));
  if (!person || !found || !(await checkPassword(password, found.passwordHash)))
    throw new Refusal('not-allowed', 'wrong-password');
  const files = await inTransaction(ctx.db, (tx) => close(ctx, tx, actorId, 'last-admin'));
  await freeFiles(ctx, files);
}

/**
 * Closes the account of somebody else, in the same way.
 * @param by an administrator; their own account they close themselves, with their password
 * @throws Refusal `not-allowed admins-only`, `invalid yourself`, `not-found no-person`, `conflict only-admin`
 */
export async function closeAccountOf(ctx: Ctx, by: string, actorId: string): Promise<void> {
  if (by === actorId) throw new Refusal('invalid', 'yourself');
  const files = await inTransaction(ctx.db, async (tx) => {
    await requireAdmin(tx, by);
    const person = await personById(tx, actorId);
    if (!person || person.state === 'closed') throw new Refusal('not-found', 'no-person');
    const loose = await close(ctx, tx, actorId, 'only-admin');
    await insertAuditEntry(tx, { actorId: by, action: 'account-closed', about: person.actor.uri, data: {} });
    return loose;
  });
  await freeFiles(ctx, files);
}

/** @returns photos whose files nobody needs any more */
async function close(
  ctx: Ctx,
  tx: Tx,
  actorId: string,
  alone: 'last-admin' | 'only-admin',
): Promise<string[]> {
  const actor = await actorById(tx, actorId);
  if (!actor) throw new Refusal('not-found', 'no-person');
  if (await isLastAdmin(tx, actorId)) throw new Refusal('conflict', alone);
  const now = ctx.clock.now();
  await emitEvent(tx, { kind: 'account-closed', actorId, at: now.toISOString() });
  await removeSuspension(tx, actorId);
  const loose = await deletePhotos(tx, { writtenBy: actorId }, now);
  // stories of others stay as they are, with the photos in them
  await handOverPhotos(tx, actorId);
  const touched = await closeActor(tx, actorId, now);
  for (const uri of touched) await cancelText(tx, uri);
  await endSessions(tx, actorId);
  await markStale(tx, `actor:${actorId}`, 'district', ...touched.map((uri) => `object:${uri}` as const));
  return loose;
}
