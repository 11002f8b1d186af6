import { type Kysely, sql } from 'kysely';

/** When a draft goes out by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work add column scheduled_at timestamptz`.execute(db);
  await sql`create index work_scheduled on work (scheduled_at) where scheduled_at is not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table work drop column scheduled_at`.execute(db);
}
