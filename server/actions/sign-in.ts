import type { Person } from '../domain/actor.ts';
import { Refusal } from '../domain/refusal.ts';
import { LIMITS } from '../domain/text-limits.ts';
import { personByEmail, personById, updatePerson } from '../store/people.ts';
import { endSessions } from '../store/sessions.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { checkPassword, hashPassword } from './password.ts';

/** Who signed in: somebody who is suspended sees one page, which says so. */
export type SignInResult = { kind: 'in'; person: Person } | { kind: 'suspended'; actorId: string };

/**
 * Checks e-mail and password. The refusal is the same, and takes as long, whether the account exists or not.
 * @throws Refusal `not-allowed sign-in-failed`
 */
export async function signIn(ctx: Ctx, email: string, password: string): Promise<SignInResult> {
  const found = await personByEmail(ctx.db, email.trim().slice(0, LIMITS.email));
  const ok = await checkPassword(password.slice(0, LIMITS.passwordMax), found?.passwordHash ?? null);
  if (!ok || !found || found.person.state === 'closed') throw new Refusal('not-allowed', 'sign-in-failed');
  return found.person.state === 'suspended'
    ? { kind: 'suspended', actorId: found.person.actor.id }
    : { kind: 'in', person: found.person };
}

/**
 * Sets a new password and signs the person out everywhere else.
 * @param keepSession id of the session that goes on
 * @throws Refusal `not-allowed wrong-password`
 */
export async function changePassword(
  ctx: Ctx,
  actorId: string,
  current: string,
  next: string,
  keepSession: string,
): Promise<void> {
  const person = await personById(ctx.db, actorId);
  const found = person && (await personByEmail(ctx.db, person.email));
  if (!found || !(await checkPassword(current, found.passwordHash)))
    throw new Refusal('not-allowed', 'wrong-password');
  const passwordHash = await hashPassword(next);
  await inTransaction(ctx.db, async (tx) => {
    await updatePerson(tx, actorId, { password_hash: passwordHash });
    await endSessions(tx, actorId, keepSession);
  });
}

/** Sets a password for somebody who has lost theirs: for whoever has the shell. Signs them out everywhere. */
export async function setPassword(ctx: Ctx, actorId: string, next: string): Promise<void> {
  const passwordHash = await hashPassword(next);
  await inTransaction(ctx.db, async (tx) => {
    await updatePerson(tx, actorId, { password_hash: passwordHash });
    await endSessions(tx, actorId);
  });
}
