import { type Kysely, sql } from 'kysely';

/**
 * Everything the first node needs: who is here (actor, person), what they share (work, adaptation, reply),
 * how it travels (outgoing_event, outgoing_activity, delivery, remote_host, inbox_activity, tombstone)
 * and who is signed in (session, invitation).
 *
 * Ids are ULIDs compared bytewise, so that they sort by time; `uri` is the ActivityPub id, for ever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`drop table if exists ${NAMES.join(', ')} cascade; drop domain if exists ulid;`).execute(db);
}

const NAMES = [
  'district', 'school', 'actor', 'actor_key', 'person', 'invitation', 'session', 'rate_limit', 'work', 'work_author',
  'work_version', 'privacy_check', 'adaptation', 'reply', 'remote_note', 'planned_try', 'lineage_edge', 'follow',
  'appreciation', 'notice', 'tombstone', 'outgoing_event', 'outgoing_activity', 'delivery', 'object_reader', 'remote_host',
  'domain_rule', 'inbox_activity', 'node_secret', 'audit_entry', 'report', 'block',
];

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

create table work (
  id ulid primary key,
  uri text collate "C" not null unique,
  url text,
  host text, -- null: one of ours
  author_id ulid not null references actor,
  kind text not null check (kind in ('practice-story', 'finding', 'lesson-study', 'article')),
  slug text,
  title text not null,
  gist text not null,
  lang text not null,
  gist_other jsonb not null default '[]',
  sections jsonb not null default '[]',
  html text not null default '',
  subjects text[] not null default '{}',
  focus text[] not null default '{}',
  tags text[] not null default '{}',
  isced integer[] not null default '{}',
  age_min integer,
  age_max integer,
  level_label text not null default '',
  class_size_band text,
  why_it_matters text not null default '',
  made_possible_by text not null default '',
  licence text not null default 'cc-by' check (licence in ('cc-by', 'cc-by-sa', 'read-only')),
  audience text not null check (audience in ('me', 'group', 'district', 'network', 'everyone')),
  reply_policy text not null default 'approved' check (reply_policy in ('everyone', 'approved', 'nobody')),
  group_id ulid,
  built_on jsonb not null default '[]',
  lineage text[] not null default '{}',
  verdict text,
  students_n integer,
  duration text,
  evidence jsonb not null default '[]',
  inquiry_id ulid,
  state text not null check (state in ('draft', 'published', 'retracted', 'purged')),
  version integer not null default 1,
  change_note text not null default '',
  word_count integer not null default 0,
  check_id ulid,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  updated_at timestamptz,
  retracted_at timestamptz,
  retracted_reason text,
  fetched_at timestamptz,
  raw jsonb
);
create unique index work_slug on work (author_id, slug) where slug is not null;
-- home and person page: newest published by an author
create index work_author_published on work (author_id, published_at desc) where state = 'published';
-- front door and outboxes: newest public works of this node
create index work_local_public on work (published_at desc) where host is null and state = 'published' and audience = 'everyone';
create index work_drafts on work (author_id, id desc) where state = 'draft';
create index work_url on work (url);

create table work_author (
  work_id ulid not null references work on delete cascade,
  actor_id ulid not null references actor,
  role text not null default 'co-author' check (role in ('author', 'co-author', 'taught', 'observed', 'coach')),
  confirmed_at timestamptz,
  primary key (work_id, actor_id)
);
create index work_author_actor on work_author (actor_id);

create table work_version (
  work_id ulid not null references work on delete cascade,
  version integer not null,
  content jsonb not null,
  change_note text not null default '',
  created_at timestamptz not null default now(),
  primary key (work_id, version)
);

create table privacy_check (
  id ulid primary key,
  work_id ulid not null,
  version integer not null,
  rules_version text not null,
  findings jsonb not null default '[]',
  attested_at timestamptz,
  attested_by ulid references actor
);

create table adaptation (
  id ulid primary key,
  uri text collate "C" not null unique,
  url text,
  host text,
  author_id ulid not null references actor,
  of_uri text collate "C" not null,
  of_title text not null default '',
  context text not null default '',
  changed text not null default '',
  kept text not null default '',
  happened text not null,
  verdict text check (verdict in ('worked', 'partly', 'not-yet')),
  tip text not null default '',
  evidence jsonb not null default '[]',
  lang text not null,
  gist_other jsonb not null default '[]',
  subjects text[] not null default '{}',
  age_min integer,
  age_max integer,
  audience text not null check (audience in ('me', 'district', 'everyone')),
  lineage text[] not null default '{}',
  html text not null default '',
  state text not null check (state in ('draft', 'published', 'withdrawn', 'held', 'hidden')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  updated_at timestamptz,
  fetched_at timestamptz,
  raw jsonb
);
create index adaptation_of on adaptation (of_uri, id); -- the tries shown under a work
create index adaptation_author on adaptation (author_id, id desc);

create table reply (
  id ulid primary key,
  uri text collate "C" not null unique,
  url text,
  host text,
  author_id ulid not null references actor,
  in_reply_to text collate "C" not null,
  root_uri text collate "C" not null,
  markdown text,
  html text not null,
  lang text not null default 'en',
  state text not null check (state in ('held', 'shown', 'hidden', 'removed')),
  counted_as_try boolean not null default false,
  published_at timestamptz not null,
  updated_at timestamptz,
  fetched_at timestamptz,
  raw jsonb
);
create index reply_root on reply (root_uri, id);
create index reply_author on reply (author_id, id desc);

create table remote_note (
  id ulid primary key,
  uri text collate "C" not null unique,
  url text,
  author_id ulid not null references actor on delete cascade,
  html text not null,
  lang text,
  published_at timestamptz not null,
  updated_at timestamptz,
  fetched_at timestamptz not null default now(),
  raw jsonb
);
create index remote_note_author on remote_note (author_id, published_at desc);

create table planned_try (
  id ulid primary key,
  actor_id ulid not null references actor on delete cascade,
  of_uri text collate "C" not null,
  planned_for date,
  note text not null default '',
  remind_at timestamptz,
  tell_author boolean not null default false,
  state text not null default 'planned' check (state in ('planned', 'snoozed', 'reported', 'let-go')),
  created_at timestamptz not null default now()
);
create index planned_try_actor on planned_try (actor_id, planned_for) where state in ('planned', 'snoozed');

create table lineage_edge (
  child_uri text collate "C" not null,
  parent_uri text collate "C" not null,
  relation text not null check (relation in ('tried', 'built-on', 'replicated', 'answered')),
  confirmed boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (child_uri, parent_uri)
);
create index lineage_parent on lineage_edge (parent_uri);

create table follow (
  follower_id ulid not null references actor on delete cascade,
  followed_id ulid not null references actor on delete cascade,
  uri text collate "C" not null unique, -- id of the Follow activity
  state text not null check (state in ('requested', 'accepted', 'rejected')),
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  primary key (follower_id, followed_id)
);
create index follow_followed on follow (followed_id) where state = 'accepted';

create table block (
  blocker_id ulid not null references actor on delete cascade,
  blocked_id ulid not null references actor on delete cascade,
  created_at timestamptz not null default now(),
  primary key (blocker_id, blocked_id)
);

create table appreciation (
  activity_uri text collate "C" primary key,
  actor_id ulid not null references actor on delete cascade,
  object_uri text collate "C" not null,
  kind text not null check (kind in ('like', 'announce')),
  created_at timestamptz not null default now(),
  unique (actor_id, object_uri, kind)
);
create index appreciation_object on appreciation (object_uri);

create table notice (
  id ulid primary key,
  person_id ulid not null references actor on delete cascade,
  kind text not null,
  about_uri text collate "C",
  object_uri text collate "C",
  from_id ulid references actor on delete cascade,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  unique (person_id, kind, object_uri)
);
create index notice_unread on notice (person_id, id desc) where read_at is null;

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

create table audit_entry (
  id ulid primary key,
  actor_id ulid,
  action text not null,
  about text,
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table report (
  id ulid primary key,
  uri text,
  reporter_id ulid references actor,
  about_uris text[] not null,
  target_id ulid references actor,
  reason text not null default '',
  text text not null default '',
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
`;
