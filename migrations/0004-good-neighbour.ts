import { type Kysely, sql } from 'kysely';

/** What a good neighbour keeps: quote permissions, when somebody moved, who was suspended with their server. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table work add column quote_policy text not null default 'nobody' check (quote_policy in ('nobody', 'followers', 'everyone'));
    create table quote_authorization (
      id ulid primary key,
      uri text collate "C" not null unique,
      work_id ulid not null references work on delete cascade,
      request_uri text collate "C" not null unique,
      quoting_uri text collate "C" not null,
      quoting_actor_id ulid not null references actor on delete cascade,
      revoked_at timestamptz,
      created_at timestamptz not null default now()
    );
    create index quote_authorization_work on quote_authorization (work_id);
    alter table actor add column moved_at timestamptz;
    -- suspended with its whole server: lifting the rule brings it back
    alter table actor add column suspended_by_rule boolean not null default false;
    alter table report add column forwarded_at timestamptz;
    alter table report add column from_host text;
    create index report_open on report (id desc) where state = 'open';
    -- tombstones of things that never were here are dropped after a while
    alter table tombstone add column seen boolean not null default true;
    create index tombstone_unseen on tombstone (deleted_at) where not seen;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop table quote_authorization;
    alter table work drop column quote_policy;
    alter table actor drop column moved_at, drop column suspended_by_rule;
    alter table report drop column forwarded_at, drop column from_host;
    alter table tombstone drop column seen;
  `)
    .execute(db);
}
