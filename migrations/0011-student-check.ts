import { type Kysely, sql } from 'kysely';

/** The district's own patterns of ID numbers, and finding the checks of a thing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table district add column id_patterns text[] not null default '{}'`.execute(db);
  await sql`create index privacy_check_thing on privacy_check (work_id, id desc)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index privacy_check_thing`.execute(db);
  await sql`alter table district drop column id_patterns`.execute(db);
}
