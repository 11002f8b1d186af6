import { type Kysely, sql } from 'kysely';

/** A try, like a work, takes no more words of strangers when too many came at once, until its author says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table adaptation add column replies_paused_at timestamptz;`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table adaptation drop column replies_paused_at;`).execute(db);
}
