import { type Kysely, sql } from 'kysely';

/** What an activity on its way carries, in our own words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table outgoing_activity add column carries text;
    update outgoing_activity set carries = case
      when type in ('Create', 'Update') then 'text'
      when type in ('Announce', 'Add') then 'pointer'
      when type = 'Delete' then 'removal' end;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table outgoing_activity drop column carries;`).execute(db);
}
