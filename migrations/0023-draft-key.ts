import { type Kysely, sql } from 'kysely';

/** The form in which a draft began: sent twice, it makes one draft. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table work add column draft_key ulid;
    create unique index work_draft_key on work (author_id, draft_key) where draft_key is not null;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work drop column draft_key`.execute(db);
}
