import { type Kysely, sql } from 'kysely';

/**
 * Threads across servers: how a thing from elsewhere names its conversation and where its replies are listed
 * (wire_…), and what is still to be read of such lists (backfill), at a pace that bothers nobody (backfill_pace).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of THINGS)
    await sql
      .raw(
        `alter table ${table} add column wire_context text, add column wire_conversation text, add column wire_replies text;`,
      )
      .execute(db);
  await sql
    .raw(`
    -- the tries of a story and the tries of those: a lineage begins with its origin
    create index adaptation_origin on adaptation ((lineage[1]));

    create table backfill (
      uri text collate "C" primary key,
      host text not null,
      whole boolean not null, -- with what was answered to it; false: this one thing, which somebody passed on
      passed_on_by text, -- the server that did
      due_at timestamptz, -- null: nothing to do
      lease_until timestamptz,
      attempts integer not null default 0,
      walk jsonb, -- where it stopped
      read_at timestamptz,
      outcome text
    );
    create index backfill_due on backfill (due_at) where due_at is not null;
    create table backfill_pace (host text primary key, next_at timestamptz not null);
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table backfill, backfill_pace; drop index adaptation_origin;`).execute(db);
  for (const table of THINGS)
    await sql
      .raw(
        `alter table ${table} drop column wire_context, drop column wire_conversation, drop column wire_replies;`,
      )
      .execute(db);
}

const THINGS = ['work', 'adaptation', 'reply'] as const;
