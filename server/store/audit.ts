import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';

/** A decision that was written down. */
export interface Decision {
  actorId: string | null;
  data: Record<string, unknown>;
  at: Date;
}

/** The latest decision of a kind about an address; null: there is none. */
export async function decisionAbout(db: Db, about: string, action: string): Promise<Decision | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['actor_id', 'data', 'created_at'])
    .where('about', '=', about)
    .where('action', '=', action)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { actorId: row.actor_id, data: row.data as Decision['data'], at: row.created_at } : null;
}

/** Writes down who decided what; entries are never changed. */
export async function insertAuditEntry(
  db: Db,
  entry: { actorId: string | null; action: string; about: string | null; data: Record<string, unknown> },
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      id: newId(),
      actor_id: entry.actorId,
      action: entry.action,
      about: entry.about,
      data: JSON.stringify(entry.data),
    })
    .execute();
}
