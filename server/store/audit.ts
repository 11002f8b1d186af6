import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';

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
