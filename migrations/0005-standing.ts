import { type Kysely, sql } from 'kysely';

/** Who is suspended here and why, and by which keys somebody elsewhere is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    -- while it lasts: lifting it removes the row, what was decided stays in the audit log
    create table suspension (
      actor_id ulid primary key references actor on delete cascade,
      reason text not null,
      note text not null, -- to the person
      by_id ulid references actor,
      actor_before text not null, -- states that come back
      person_before text not null,
      created_at timestamptz not null default now(),
      appeal text,
      appealed_at timestamptz,
      answer text,
      answered_by ulid references actor,
      answered_at timestamptz
    );
    -- somebody suspended sees one page, with a session of its own kind
    create index session_suspended on session ((sess ->> 'suspendedId')) where sess ->> 'suspendedId' is not null;

    -- hashes of the keys that somebody elsewhere was last known by
    alter table actor add column key_prints text[] not null default '{}';
    -- a wholly new key that nobody has vouched for yet: {id, pem, prints, since}
    alter table actor add column next_key jsonb;
    -- whoever answers at this address now, with a wholly new key
    alter table actor add column superseded_by ulid references actor;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop index session_suspended;
    drop table suspension;
    alter table actor drop column key_prints, drop column next_key, drop column superseded_by;
  `)
    .execute(db);
}
