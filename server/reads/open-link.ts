import { Refusal } from '../domain/refusal.ts';
import type { Label } from '../domain/vocabulary.ts';
import type { Db } from '../store/db.ts';
import { invitationByToken } from '../store/invitations.ts';

/** A one-time link that can still be used. */
export interface OpenLink {
  email: string | null;
  label: Label;
}

/** @throws Refusal `not-found link-ended` when it was used, has ended or never was */
export async function openLink(
  db: Db,
  token: string,
  purpose: 'setup' | 'join',
  now: Date,
): Promise<OpenLink> {
  const invitation = await invitationByToken(db, token, purpose);
  if (!invitation || invitation.usedAt !== null || invitation.expiresAt <= now)
    throw new Refusal('not-found', 'link-ended');
  return { email: invitation.email, label: invitation.label as Label };
}
