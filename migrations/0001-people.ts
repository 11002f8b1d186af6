import { type Kysely, sql } from 'kysely';

/**
 * Who is here: everybody with an ActivityPub address (actor), those with an account (person), the district itself,
 * and who is signed in (session, invitation).
 *
 * Ids are ULIDs compared bytewise, so that they sort by time; `uri` is the ActivityPub id, for ever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop table if exists actor, actor_key, district, school, person, invitation, session, rate_limit, node_secret cascade; drop domain if exists ulid;`,
    )
    .execute(db);
}

const TABLES = `
create domain ulid as text collate "C" check (length(value) = 26);

create table actor (
  id ulid primary key,
  uri text collate "C" not null unique,
  kind text not null check (kind in ('person', 'organization', 'application', 'group', 'service')),
  handle text not null,
  host text, -- null: one of ours
  name text not null default '',
  summary_html text not null default '',
  url text,
  inbox text,
  shared_inbox text,
  outbox text,
  followers text,
  following text,
  icon_url text,
  fields jsonb not null default '[]',
  label text,
  key_id text collate "C",
  key_pem text,
  manually_approves boolean not null default false,
  discoverable boolean not null default true,
  indexable boolean not null default false,
  also_known_as text[] not null default '{}',
  moved_to text,
  attribution_domains text[] not null default '{}',
  state text not null default 'active' check (state in ('active', 'resting', 'suspended', 'moved', 'gone')),
  published_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  fetched_at timestamptz,
  raw jsonb
);
-- one handle space for people, groups and the district itself
create unique index actor_local_handle on actor (lower(handle)) where host is null;
create index actor_handle_host on actor (lower(handle), host);
create index actor_key_id on actor (key_id) where key_id is not null;
create index actor_followers on actor (followers) where followers is not null;
create index actor_host on actor (host) where host is not null;

create table actor_key (
  actor_id ulid primary key references actor on delete cascade,
  private_pem text not null,
  public_pem text not null,
  created_at timestamptz not null default now()
);

create table district (
  singleton boolean primary key default true check (singleton),
  actor_id ulid not null references actor,
  instance_actor_id ulid not null references actor,
  name text not null,
  short_name text not null,
  country text not null default '',
  region text not null default '',
  languages text[] not null default '{en}',
  timezone text not null default 'UTC',
  about text not null default '',
  rules_md text not null default '',
  contact_email text not null default '',
  press_contact text not null default '',
  accent_colour text not null default 'spruce',
  licence_default text not null default 'cc-by',
  small_n integer not null default 10 check (small_n between 5 and 30),
  photo_policy text not null default 'no-students',
  federation_mode text not null default 'approved-replies' check (federation_mode in ('open', 'approved-replies', 'partners')),
  authorized_fetch boolean not null default false,
  term_dates jsonb not null default '[]',
  created_at timestamptz not null default now()
);

create table school (
  id ulid primary key,
  name text not null unique,
  kind text not null default '',
  town text,
  public boolean not null default true
);

create table person (
  actor_id ulid primary key references actor on delete cascade,
  email text not null,
  personal_email text,
  password_hash text,
  role text not null default 'member' check (role in ('member', 'moderator', 'admin')),
  label text not null default 'teacher',
  shown_as text not null default 'full' check (shown_as in ('full', 'initialled', 'role')),
  bio text not null default '',
  school_id ulid references school,
  show_school text not null default 'district' check (show_school in ('public', 'district', 'no')),
  subjects text[] not null default '{}',
  age_min integer,
  age_max integer,
  languages text[] not null default '{en}',
  pronouns text,
  verified_at timestamptz,
  reply_policy_default text not null default 'approved' check (reply_policy_default in ('everyone', 'approved', 'nobody')),
  last_audience text,
  state text not null default 'active' check (state in ('active', 'resting', 'leaving', 'moved', 'suspended', 'closed')),
  last_visit_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index person_email on person (lower(email));

create table invitation (
  token_hash text primary key,
  purpose text not null check (purpose in ('setup', 'join')),
  email text,
  label text not null default 'teacher',
  role text not null default 'member',
  created_by ulid references actor,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by ulid references actor
);

create table session (
  sid text primary key,
  sess jsonb not null,
  expire timestamptz not null
);
create index session_expire on session (expire);
create index session_person on session ((sess ->> 'actorId')); -- sign out everywhere

create table rate_limit (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

create table node_secret (
  name text primary key,
  value text not null,
  created_at timestamptz not null default now()
);
`;
