import { type Kysely, sql } from 'kysely';

/** What others sent is kept until it was handled, no longer; so nobody has to look for texts that were taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    update inbox_activity set body = null where state <> 'waiting' and body is not null;
    drop index inbox_text;
  `)
    .execute(db);
}

/** The bodies do not come back. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`create index inbox_text on inbox_activity (order_key) where body is not null`.execute(db);
}
