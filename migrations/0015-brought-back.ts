import { type Kysely, sql } from 'kysely';

/** The draft in which a work that was taken back begins again: there is one at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work add column brought_back_as ulid references work on delete set null`.execute(db);
  await sql`create index work_brought_back on work (brought_back_as) where brought_back_as is not null`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work drop column brought_back_as`.execute(db);
}
