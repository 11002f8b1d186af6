import { type Kysely, sql } from 'kysely';

/** What of ours came from something that is held here only now, found without reading everything. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create index work_ancestors on work using gin (lineage) where host is null;
    create index adaptation_ancestors on adaptation using gin (lineage) where host is null;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop index work_ancestors, adaptation_ancestors;`).execute(db);
}
