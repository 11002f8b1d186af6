import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Drops JSON as received, finished events and old invitations after so many days. */
export async function sweepRaw(db: Db, days: number): Promise<void> {
  for (const table of ['work', 'adaptation', 'reply', 'remote_note', 'actor'] as const) {
    await sql`update ${sql.table(table)} set raw = null where raw is not null and fetched_at < now() - ${days} * interval '1 day'`.execute(
      db,
    );
  }
  await sql`delete from outgoing_event where done_at < now() - ${days} * interval '1 day'`.execute(db);
  await sql`delete from invitation where expires_at < now() - ${days} * interval '1 day'`.execute(db);
}
