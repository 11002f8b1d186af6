import { type Kysely, sql } from 'kysely';

/** Which notices were told by mail, and who wants to be written to. What is there already is not told again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table notice add column mailed_at timestamptz`.execute(db);
  await sql`update notice set mailed_at = created_at`.execute(db);
  await sql`create index notice_to_mail on notice (person_id, id) where mailed_at is null and kind = 'tried'`.execute(
    db,
  );
  await sql`alter table person add column mail_tried boolean not null default true`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person drop column mail_tried`.execute(db);
  await sql`alter table notice drop column mailed_at`.execute(db);
}
