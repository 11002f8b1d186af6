import type { Label, Role } from '../domain/vocabulary.ts';
import type { Db } from '../store/db.ts';

/** An account as administrators see it: who it is, nothing of what they do. */
export interface Account {
  name: string;
  handle: string;
  role: Role;
  label: Label;
  state: string;
}

const MOST = 2_000;

/** Everybody with an account on this node, by name; at most 2,000. */
export async function accounts(db: Db): Promise<Account[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('actor', 'actor.id', 'person.actor_id')
    .select(['actor.name', 'actor.handle', 'person.role', 'person.label', 'person.state'])
    .where('person.state', '!=', 'closed')
    .orderBy('actor.name')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role, label: row.label as Label }));
}
