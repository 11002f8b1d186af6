import { type Kysely, sql } from 'kysely';

/**
 * What cannot be made into messages is said to have failed, not to be done. What failed before is tried again when it
 * takes something away, and shown to administrators when it does not.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table outgoing_event add column failed_at timestamptz;
    update outgoing_event set done_at = null, due_at = now(), failed_at = case
      when kind in ('work-taken-back', 'try-taken-back', 'reply-taken-back', 'quote-withdrawn', 'account-closed') then null
      else done_at end
    where done_at is not null and attempts >= 10;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    update outgoing_event set done_at = coalesce(done_at, failed_at);
    alter table outgoing_event drop column failed_at;
  `)
    .execute(db);
}
