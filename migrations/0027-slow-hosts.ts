import { type Kysely, sql } from 'kysely';

/** Servers that kept us waiting the last time share the places for delivery that are not kept for quick ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table remote_host add column slow boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table remote_host drop column slow`.execute(db);
}
