import { administers } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { personById } from '../store/people.ts';

/** Lets administrators through, and nobody else. @throws Refusal `not-allowed admins-only` */
export async function requireAdmin(db: Db, actorId: string): Promise<void> {
  const person = await personById(db, actorId);
  if (!administers(person)) throw new Refusal('not-allowed', 'admins-only');
}
