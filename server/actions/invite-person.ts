import { Refusal } from '../domain/refusal.ts';
import type { Label, Role } from '../domain/vocabulary.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { saveFollow } from '../store/follows.ts';
import {
  insertInvitation,
  invitationByToken,
  newToken,
  removeInvitation,
  useInvitation,
} from '../store/invitations.ts';
import { personByEmail } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { addPerson, type PersonInput } from './add-person.ts';
import type { Ctx } from './context.ts';
import { requireAdmin } from './require-admin.ts';

/** How long an invitation can be used, in days. */
export const INVITATION_DAYS = 14;

/**
 * Makes a link by which one colleague can join.
 * @param by actor id of an administrator
 * @returns the link's token
 * @throws Refusal `not-allowed admins-only`, `conflict email-taken`
 */
export async function invitePerson(
  ctx: Ctx,
  by: string,
  invitation: { email: string | null; label: Label; role?: Role },
): Promise<string> {
  await requireAdmin(ctx.db, by);
  if (invitation.email && (await personByEmail(ctx.db, invitation.email)))
    throw new Refusal('conflict', 'email-taken');
  const token = newToken();
  const expiresAt = new Date(ctx.clock.now().getTime() + INVITATION_DAYS * 86_400_000);
  await inTransaction(ctx.db, async (tx) => {
    await insertInvitation(tx, token, {
      purpose: 'join',
      email: invitation.email,
      label: invitation.label,
      role: invitation.role ?? 'member',
      createdBy: by,
      expiresAt,
    });
    await insertAuditEntry(tx, { actorId: by, action: 'person-invited', about: null, data: {} });
  });
  return token;
}

/**
 * Makes a new link for somebody who was invited and lost theirs, or whose link is about to end; the old one ends.
 * @param by actor id of an administrator
 * @param id of the open invitation
 * @returns the new link's token and whose it is
 * @throws Refusal `not-allowed admins-only`, `not-found invitation-used`, `conflict email-taken`
 */
export async function renewInvitation(
  ctx: Ctx,
  by: string,
  id: string,
): Promise<{ token: string; email: string | null }> {
  return inTransaction(ctx.db, async (tx) => {
    await requireAdmin(tx, by);
    const before = await removeInvitation(tx, id);
    if (!before) throw new Refusal('not-found', 'invitation-used');
    const { email } = before;
    const [label, role] = [before.label as Label, before.role as Role];
    return { token: await invitePerson({ ...ctx, db: tx }, by, { email, label, role }), email };
  });
}

/**
 * Takes an invitation back: its link opens nothing any more.
 * @throws Refusal `not-allowed admins-only`, `not-found invitation-used`
 */
export async function withdrawInvitation(ctx: Ctx, by: string, id: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await requireAdmin(tx, by);
    if (!(await removeInvitation(tx, id))) throw new Refusal('not-found', 'invitation-used');
    await insertAuditEntry(tx, { actorId: by, action: 'invitation-withdrawn', about: null, data: {} });
  });
}

/**
 * Joins by an invitation's link, which is then used up. Whoever invited is followed, so that home is not empty.
 * @returns the new person's actor id
 * @throws Refusal `not-found link-ended`, `conflict handle-taken`, `conflict email-taken`
 */
export async function joinByInvitation(ctx: Ctx, token: string, input: PersonInput): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    const invitation = await invitationByToken(tx, token, 'join');
    if (!invitation) throw new Refusal('not-found', 'link-ended');
    const actorId = await addPerson(
      { ...ctx, db: tx },
      { ...input, label: invitation.label as Label, role: invitation.role as Role },
    );
    if (!(await useInvitation(tx, token, 'join', ctx.clock.now(), actorId)))
      throw new Refusal('not-found', 'link-ended');
    if (invitation.createdBy) {
      const now = ctx.clock.now();
      await saveFollow(
        tx,
        {
          followerId: actorId,
          followedId: invitation.createdBy,
          uri: `${ctx.origin}/ap/objects/${actorId}/follows/${invitation.createdBy}`,
          state: 'accepted',
        },
        now,
      );
    }
    return actorId;
  });
}
