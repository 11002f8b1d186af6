import type { Label } from '../domain/vocabulary.ts';
import type { Db } from '../store/db.ts';
import { openInvitations as waiting } from '../store/invitations.ts';

/** An invitation that nobody has used yet, as administrators see it: its link is known to nobody but who got it. */
export interface OpenInvitation {
  id: string;
  email: string | null;
  label: Label;
  expiresAt: Date;
}

const MOST = 200;

/** Invitations that wait for somebody, the newest first, at most 200. */
export async function openInvitations(db: Db, now: Date): Promise<OpenInvitation[]> {
  const rows = await waiting(db, now, MOST);
  return rows.map(({ id, email, label, expiresAt }) => ({ id, email, label: label as Label, expiresAt }));
}
