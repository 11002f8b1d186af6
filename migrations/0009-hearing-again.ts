import { type Kysely, sql } from 'kysely';

/** When this node was last up, and inboxes that said that nobody is there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table node_life (singleton boolean primary key default true check (singleton), alive_at timestamptz not null)`.execute(
    db,
  );
  await sql`
    create table refusing_inbox (
      inbox text collate "C" primary key,
      since timestamptz not null,
      checked_at timestamptz not null,
      moved_to text[] not null default '{}' -- where its people get things now
    )`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table if exists node_life, refusing_inbox`.execute(db);
}
