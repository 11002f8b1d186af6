import type { Suspension } from '../domain/suspension.ts';
import type { Label, Role } from '../domain/vocabulary.ts';
import { actorById } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { suspensionOf } from '../store/suspensions.ts';

/** An account as administrators see it: who it is, nothing of what they do. */
export interface Account {
  actorId: string;
  name: string;
  handle: string;
  role: Role;
  label: Label;
  state: string;
}

const MOST = 2_000;

const accountQuery = (db: Db) =>
  db
    .selectFrom('person')
    .innerJoin('actor', 'actor.id', 'person.actor_id')
    .select(['person.actor_id as actorId', 'actor.name', 'actor.handle'])
    .select(['person.role', 'person.label', 'person.state'])
    .where('person.state', '!=', 'closed');

/** Everybody with an account on this node, by name; at most 2,000. */
export async function accounts(db: Db): Promise<Account[]> {
  const rows = await accountQuery(db).orderBy('actor.name').orderBy('person.actor_id').limit(MOST).execute();
  return rows.map(toAccount);
}

/** One account, with why it is suspended and by whom. Null: there is none, or it is closed. */
export async function accountOf(
  db: Db,
  actorId: string,
): Promise<(Account & { suspension: (Suspension & { byName: string | null }) | null }) | null> {
  const row = await accountQuery(db).where('person.actor_id', '=', actorId).executeTakeFirst();
  if (!row) return null;
  const suspension = await suspensionOf(db, actorId);
  const by = suspension?.byId ? await actorById(db, suspension.byId) : null;
  return {
    ...toAccount(row),
    suspension: suspension && { ...suspension, byName: by ? by.name || by.handle : null },
  };
}

function toAccount(row: Omit<Account, 'role' | 'label'> & { role: string; label: string }): Account {
  return { ...row, role: row.role as Role, label: row.label as Label };
}
