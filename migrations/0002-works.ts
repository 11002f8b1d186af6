import { type Kysely, sql } from 'kysely';

/**
 * What people share (work, adaptation, reply), how it hangs together (lineage_edge, follow), and what they are told.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `drop table if exists work, work_author, work_version, privacy_check, adaptation, reply, remote_note, planned_try, lineage_edge, follow, block, appreciation, notice, audit_entry, report cascade;`,
    )
    .execute(db);
}

const TABLES = `
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
