import { Refusal } from '../domain/refusal.ts';
import type { Role } from '../domain/vocabulary.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { isLastAdmin, personById, updatePerson } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { requireAdmin } from './require-admin.ts';

/**
 * Decides what somebody may do here. It holds from their next page on.
 * @param by an administrator, who may also step down while there is another one
 * @throws Refusal `not-allowed admins-only`, `not-found no-person`, `conflict only-admin`
 */
export async function changeRole(ctx: Ctx, by: string, actorId: string, role: Role): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    // locks the administrators, so that two of them do not step down at once
    const isLast = await isLastAdmin(tx, actorId);
    await requireAdmin(tx, by);
    const person = await personById(tx, actorId);
    if (!person || person.state === 'closed') throw new Refusal('not-found', 'no-person');
    if (person.role === role) return;
    if (isLast) throw new Refusal('conflict', 'only-admin');
    await updatePerson(tx, actorId, { role });
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'role-changed',
      about: person.actor.uri,
      data: { from: person.role, to: role },
    });
  });
}
