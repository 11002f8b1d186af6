import { type Kysely, sql } from 'kysely';

/** Finding the texts that somebody sent, to drop those about a thing which they take back. Bodies are kept for two days. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index inbox_text on inbox_activity (order_key) where body is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index inbox_text`.execute(db);
}
