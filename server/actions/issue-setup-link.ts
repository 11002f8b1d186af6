import { insertInvitation, newToken, removeSetupInvitations } from '../store/invitations.ts';
import { countAdmins } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/**
 * Makes the one-time link of the first run; earlier ones stop working.
 * @returns its token (valid for seven days), null when there is an administrator already
 */
export async function issueSetupLink(ctx: Ctx): Promise<string | null> {
  return inTransaction(ctx.db, async (tx) => {
    if ((await countAdmins(tx)) > 0) return null;
    await removeSetupInvitations(tx);
    const token = newToken();
    const expiresAt = new Date(ctx.clock.now().getTime() + 7 * 86_400_000);
    await insertInvitation(tx, token, {
      purpose: 'setup',
      email: null,
      label: 'other',
      role: 'admin',
      createdBy: null,
      expiresAt,
    });
    return token;
  });
}
