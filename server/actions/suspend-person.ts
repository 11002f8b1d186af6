import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';
import { SUSPENSION_LIMITS, SUSPENSION_REASONS } from '../domain/suspension.ts';
import { cleanText } from '../domain/text-limits.ts';
import { updateActor } from '../store/actors.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { emitEvent } from '../store/events.ts';
import { holdTexts } from '../store/held-deliveries.ts';
import { isLastAdmin, personById, updatePerson } from '../store/people.ts';
import { endSessions } from '../store/sessions.ts';
import { unscheduleDrafts } from '../store/standing.ts';
import { insertSuspension } from '../store/suspensions.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { markPersonStale } from './mark-person-stale.ts';
import { requireAdmin } from './require-admin.ts';

/** Words of a few lines that must be there. Messages are keys: `error.<field>.<message>`. */
export const words = (limit: number) =>
  z
    .string()
    .transform((text) => cleanText(text.replace(/\r\n?/g, '\n').trim(), limit * 2))
    .pipe(z.string().min(1, 'missing').max(limit, 'too-long'));

export const suspensionInput = z.object({
  reason: z.enum(SUSPENSION_REASONS, 'missing'),
  note: words(SUSPENSION_LIMITS.note),
});

/**
 * Suspends one of ours for a while (federation contract, rule 97): nobody reads what they shared, their sessions end,
 * texts on their way out are not sent, and whoever has anything of theirs is told. Nothing is removed.
 * @param by an administrator, not the person
 * @throws Refusal `not-allowed admins-only`, `not-found no-person`, `invalid yourself`, `conflict already-suspended`,
 *   `conflict only-admin`
 */
export async function suspendPerson(
  ctx: Ctx,
  by: string,
  actorId: string,
  input: z.infer<typeof suspensionInput>,
): Promise<void> {
  if (by === actorId) throw new Refusal('invalid', 'yourself');
  await inTransaction(ctx.db, async (tx) => {
    // locks the administrators, so that two of them do not suspend each other
    const isLast = await isLastAdmin(tx, actorId);
    await requireAdmin(tx, by);
    const person = await personById(tx, actorId);
    if (!person || person.state === 'closed') throw new Refusal('not-found', 'no-person');
    if (person.state === 'suspended') throw new Refusal('conflict', 'already-suspended');
    if (isLast) throw new Refusal('conflict', 'only-admin');
    const now = ctx.clock.now();
    const before = { actorBefore: person.actor.state, personBefore: person.state };
    await insertSuspension(tx, actorId, { ...input, ...before, byId: by }, now);
    await updatePerson(tx, actorId, { state: 'suspended' });
    await updateActor(tx, actorId, { state: 'suspended' }, now);
    await endSessions(tx, actorId);
    await unscheduleDrafts(tx, actorId);
    await holdTexts(tx, actorId);
    await emitEvent(tx, { kind: 'standing-changed', actorId, at: now.toISOString() });
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'person-suspended',
      about: person.actor.uri,
      data: { reason: input.reason },
    });
    await markPersonStale(tx, actorId);
  });
}
