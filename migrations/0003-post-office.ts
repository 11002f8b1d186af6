import { type Kysely, sql } from 'kysely';

/**
 * How things travel: what must leave (outgoing_event, outgoing_activity, delivery), what came (inbox_activity), what was
 * taken back (tombstone), and what is known of other servers (remote_host, domain_rule, object_reader).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop table if exists tombstone, outgoing_event, outgoing_activity, delivery, object_reader, remote_host, domain_rule, inbox_activity cascade;`,
    )
    .execute(db);
}

const TABLES = `
create table tombstone (
  uri text collate "C" primary key,
  actor_uri text collate "C",
  former_type text,
  url text,
  deleted_at timestamptz not null default now()
);

create table outgoing_event (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz
);
create index outgoing_event_waiting on outgoing_event (id) where done_at is null;

create table outgoing_activity (
  id bigint generated always as identity primary key,
  uri text collate "C" not null unique,
  actor_id ulid not null references actor,
  type text not null,
  object_uri text collate "C",
  body text not null,
  created_at timestamptz not null default now()
);
create index outgoing_activity_object on outgoing_activity (object_uri);

create table delivery (
  id bigint generated always as identity primary key,
  activity_id bigint not null references outgoing_activity on delete cascade,
  inbox text collate "C" not null,
  host text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'refused', 'dead')),
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  last_status integer,
  last_error text
);
-- an activity goes to an inbox once; also "where has this got to?"
create unique index delivery_once on delivery (activity_id, inbox);
-- a host's queue, in order
create index delivery_queue on delivery (host, id) where state = 'waiting';

-- what was given up, for the health page
create index delivery_dead on delivery (host, finished_at) where state = 'dead';

create table object_reader (
  object_uri text collate "C" not null,
  host text not null,
  actor_uri text not null,
  first_at timestamptz not null default now(),
  primary key (object_uri, host)
);

create table remote_host (
  host text primary key,
  due_at timestamptz, -- null: nothing waits for it
  lease_owner text,
  lease_until timestamptz,
  failures integer not null default 0,
  opened_at timestamptz, -- circuit open since
  last_error text,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  software text,
  features text[] not null default '{}',
  nodeinfo_at timestamptz,
  first_seen_at timestamptz not null default now()
);
create index remote_host_due on remote_host (due_at) where due_at is not null;

create table domain_rule (
  domain text primary key,
  severity text not null check (severity in ('silence', 'suspend', 'noop')),
  reject_media boolean not null default false,
  reject_reports boolean not null default false,
  public_comment text not null default '',
  private_comment text not null default '',
  obfuscate boolean not null default false,
  created_at timestamptz not null default now()
);

create table inbox_activity (
  id bigint generated always as identity primary key,
  uri text collate "C" not null,
  actor_uri text collate "C" not null,
  type text not null,
  order_key text collate "C" not null, -- activities about one thing are handled in order
  body text,
  received_at timestamptz not null default now(),
  state text not null default 'waiting' check (state in ('waiting', 'done', 'dropped', 'dead')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  lease_until timestamptz,
  finished_at timestamptz,
  outcome text
);
-- the same activity has its effect once
create unique index inbox_once on inbox_activity (actor_uri, uri);
create index inbox_waiting on inbox_activity (id) where state = 'waiting';
-- nothing overtakes an older activity of the same actor
create index inbox_order on inbox_activity (order_key, id) where state = 'waiting';
create index inbox_finished on inbox_activity (finished_at) where state <> 'waiting';
`;
