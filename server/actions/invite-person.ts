import { Refusal } from '../domain/refusal.ts';
import type { Label, Role } from '../domain/vocabulary.ts';
import { saveFollow } from '../store/follows.ts';
import { insertInvitation, invitationByToken, newToken, useInvitation } from '../store/invitations.ts';
import { personByEmail, personById } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { addPerson, type PersonInput } from './add-person.ts';
import type { Ctx } from './context.ts';

/** How long an invitation can be used, in days. */
export const INVITATION_DAYS = 14;

/**
 * Makes a link by which one colleague can join.
 * @param by actor id of an administrator
 * @returns the link's token
 * @throws Refusal `not-allowed`, `conflict email-taken`
 */
export async function invitePerson(
  ctx: Ctx,
  by: string,
  invitation: { email: string | null; label: Label; role?: Role },
): Promise<string> {
  const inviter = await personById(ctx.db, by);
  if (inviter?.role !== 'admin') throw new Refusal('not-allowed', 'admins-only');
  if (invitation.email && (await personByEmail(ctx.db, invitation.email)))
    throw new Refusal('conflict', 'email-taken');
  const token = newToken();
  const expiresAt = new Date(ctx.clock.now().getTime() + INVITATION_DAYS * 86_400_000);
  await insertInvitation(ctx.db, token, {
    purpose: 'join',
    email: invitation.email,
    label: invitation.label,
    role: invitation.role ?? 'member',
    createdBy: by,
    expiresAt,
  });
  return token;
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
