import { createHash, randomBytes } from 'node:crypto';
import type { Db } from './db.ts';

export interface Invitation {
  purpose: 'setup' | 'join';
  email: string | null;
  label: string;
  role: string;
  createdBy: string | null;
  expiresAt: Date;
  usedAt: Date | null;
}

/** 160 random bits, readable in an address. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(20).toString('base64url');
}

const hash = (token: string): string => createHash('sha256').update(token).digest('hex');

export async function insertInvitation(
  db: Db,
  token: string,
  invitation: Omit<Invitation, 'usedAt'>,
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      token_hash: hash(token),
      purpose: invitation.purpose,
      email: invitation.email,
      label: invitation.label,
      role: invitation.role,
      created_by: invitation.createdBy,
      expires_at: invitation.expiresAt,
      used_by: null,
    })
    .execute();
}

export async function invitationByToken(
  db: Db,
  token: string,
  purpose: Invitation['purpose'],
): Promise<Invitation | null> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', hash(token))
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  if (!row) return null;
  return {
    purpose,
    email: row.email,
    label: row.label,
    role: row.role,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

/** Uses an invitation up. False when it was used, has ended or never was: at most one caller gets true. */
export async function useInvitation(
  db: Db,
  token: string,
  purpose: Invitation['purpose'],
  now: Date,
  usedBy: string | null,
): Promise<boolean> {
  const result = await db
    .updateTable('invitation')
    .set({ used_at: now, used_by: usedBy })
    .where('token_hash', '=', hash(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Forgets earlier setup links, so that only the newest works. */
export async function removeSetupInvitations(db: Db): Promise<void> {
  await db.deleteFrom('invitation').where('purpose', '=', 'setup').where('used_at', 'is', null).execute();
}

/** An invitation that nobody has used yet. */
export interface OpenInvitation {
  /** the hash of its token: names it, and opens nothing */
  id: string;
  email: string | null;
  label: string;
  role: string;
  expiresAt: Date;
}

/** Invitations that wait for somebody, the newest first, at most `limit`. */
export async function openInvitations(db: Db, now: Date, limit: number): Promise<OpenInvitation[]> {
  return db
    .selectFrom('invitation')
    .select(['token_hash as id', 'email', 'label', 'role', 'expires_at as expiresAt'])
    .where('purpose', '=', 'join')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
}

/** Takes an unused invitation back. @returns what it was; null when somebody has used it, or it is gone */
export async function removeInvitation(
  db: Db,
  id: string,
): Promise<{ email: string | null; label: string; role: string } | null> {
  const row = await db
    .deleteFrom('invitation')
    .where('token_hash', '=', id)
    .where('purpose', '=', 'join')
    .where('used_at', 'is', null)
    .returning(['email', 'label', 'role'])
    .executeTakeFirst();
  return row ?? null;
}
