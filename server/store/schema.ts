import type { ColumnType, Generated } from 'kysely';
import type { Holiday } from '../domain/holiday.ts';
import type { Default, DefaultJson, DefaultTime, Json, MaybeTime, Time } from './schema-columns.ts';
import type { InvitationTable, PersonTable } from './schema-people.ts';
import type { PhotoTable } from './schema-photos.ts';
import type {
  DeliveryTable,
  InboxTable,
  NodeLifeTable,
  NoticeTable,
  RefusingInboxTable,
  RemoteHostTable,
  RemoteNoteTable,
  ReportTable,
} from './schema-post-office.ts';
import type { NextKeyJson, SuspensionTable } from './schema-standing.ts';
import type { BackfillPaceTable, BackfillTable, WireThreadColumns } from './schema-threads.ts';

/** Rows as they lie in the database. They never leave store and reads: the rest of the house sees domain shapes. */

export interface Tables {
  actor: ActorTable;
  actor_key: { actor_id: string; private_pem: string; public_pem: string; created_at: DefaultTime };
  district: DistrictTable;
  school: { id: string; name: string; kind: Default<string>; town: string | null; public: Default<boolean> };
  person: PersonTable;
  invitation: InvitationTable;
  session: { sid: string; sess: Json<unknown>; expire: Time };
  node_secret: { name: string; value: string; created_at: DefaultTime };
  work: WorkTable;
  work_author: { work_id: string; actor_id: string; role: Default<string>; confirmed_at: MaybeTime };
  work_version: {
    work_id: string;
    version: number;
    content: Json<unknown>;
    change_note: Default<string>;
    created_at: DefaultTime;
  };
  privacy_check: {
    id: string;
    work_id: string;
    version: number;
    rules_version: string;
    findings: DefaultJson<unknown[]>;
    attested_at: MaybeTime;
    attested_by: string | null;
  };
  photo: PhotoTable;
  loose_file: { key: string; since: DefaultTime };
  adaptation: AdaptationTable;
  reply: ReplyTable;
  remote_note: RemoteNoteTable;
  lineage_edge: {
    child_uri: string;
    parent_uri: string;
    relation: string;
    confirmed: Default<boolean>;
    state: Default<string>;
    told_at: Time;
    created_at: DefaultTime;
  };
  follow: {
    follower_id: string;
    followed_id: string;
    uri: string;
    state: string;
    created_at: DefaultTime;
    accepted_at: MaybeTime;
  };
  planned_try: {
    id: string;
    actor_id: string;
    of_uri: string;
    of_title: Default<string>;
    planned_for: string | null;
    note: Default<string>;
    state: Default<string>;
    created_at: DefaultTime;
  };
  block: { blocker_id: string; blocked_id: string; created_at: DefaultTime };
  appreciation: {
    activity_uri: string;
    actor_id: string;
    object_uri: string;
    kind: string;
    created_at: DefaultTime;
  };
  notice: NoticeTable;
  node_life: NodeLifeTable;
  refusing_inbox: RefusingInboxTable;
  tombstone: {
    uri: string;
    actor_uri: string | null;
    /** what stood there: the kind of a work, `try` or `reply`; null when that is not known */
    was: string | null;
    url: string | null;
    deleted_at: DefaultTime;
    seen: Default<boolean>;
  };
  quote_authorization: {
    id: string;
    uri: string;
    work_id: string;
    request_uri: string;
    quoting_uri: string;
    quoting_actor_id: string;
    revoked_at: MaybeTime;
    created_at: DefaultTime;
  };
  audit_entry: {
    id: string;
    actor_id: string | null;
    action: string;
    about: string | null;
    data: DefaultJson<Record<string, unknown>>;
    created_at: DefaultTime;
  };
  report: ReportTable;
  suspension: SuspensionTable;
  outgoing_event: {
    id: Generated<string>;
    kind: string;
    payload: Json<unknown>;
    created_at: DefaultTime;
    due_at: DefaultTime;
    attempts: Default<number>;
    last_error: string | null;
    done_at: MaybeTime;
  };
  outgoing_activity: {
    id: Generated<string>;
    uri: string;
    actor_id: string;
    type: string;
    /** what it carries of the object */
    carries: string | null;
    object_uri: string | null;
    body: string;
    created_at: DefaultTime;
  };
  delivery: DeliveryTable;
  object_reader: { object_uri: string; host: string; actor_uri: string; first_at: DefaultTime };
  remote_host: RemoteHostTable;
  domain_rule: {
    domain: string;
    severity: string;
    reject_media: Default<boolean>;
    reject_reports: Default<boolean>;
    public_comment: Default<string>;
    private_comment: Default<string>;
    obfuscate: Default<boolean>;
    created_at: DefaultTime;
  };
  inbox_activity: InboxTable;
  backfill: BackfillTable;
  backfill_pace: BackfillPaceTable;
}

export interface ActorTable {
  id: string;
  uri: string;
  kind: string;
  handle: string;
  host: string | null;
  name: Default<string>;
  summary_html: Default<string>;
  url: string | null;
  inbox: string | null;
  shared_inbox: string | null;
  outbox: string | null;
  followers: string | null;
  following: string | null;
  icon_url: string | null;
  fields: DefaultJson<{ name: string; valueHtml: string }[]>;
  label: string | null;
  key_id: string | null;
  key_pem: string | null;
  manually_approves: Default<boolean>;
  discoverable: Default<boolean>;
  indexable: Default<boolean>;
  also_known_as: Default<string[]>;
  moved_to: string | null;
  attribution_domains: Default<string[]>;
  state: Default<string>;
  moved_at: MaybeTime;
  suspended_by_rule: Default<boolean>;
  key_prints: Default<string[]>;
  next_key: ColumnType<NextKeyJson | null, string | null | undefined, string | null>;
  superseded_by: string | null;
  published_at: DefaultTime;
  updated_at: DefaultTime;
  fetched_at: MaybeTime;
  raw: ColumnType<unknown, string | null | undefined, string | null>;
}

interface DistrictTable {
  singleton: Default<boolean>;
  actor_id: string;
  instance_actor_id: string;
  name: string;
  short_name: string;
  country: Default<string>;
  region: Default<string>;
  languages: Default<string[]>;
  timezone: Default<string>;
  about: Default<string>;
  rules_md: Default<string>;
  contact_email: Default<string>;
  press_contact: Default<string>;
  accent_colour: Default<string>;
  licence_default: Default<string>;
  small_n: Default<number>;
  id_patterns: Default<string[]>;
  photo_policy: Default<string>;
  federation_mode: Default<string>;
  authorized_fetch: Default<boolean>;
  /** the holidays */
  term_dates: DefaultJson<Holiday[]>;
  created_at: DefaultTime;
}

export interface WorkTable extends WireThreadColumns {
  id: string;
  uri: string;
  url: string | null;
  host: string | null;
  author_id: string;
  kind: string;
  slug: string | null;
  title: string;
  gist: string;
  lang: string;
  gist_other: DefaultJson<{ lang: string; text: string }[]>;
  sections: DefaultJson<{ key: string; markdown: string }[]>;
  html: Default<string>;
  subjects: Default<string[]>;
  focus: Default<string[]>;
  tags: Default<string[]>;
  isced: Default<number[]>;
  age_min: number | null;
  age_max: number | null;
  level_label: Default<string>;
  class_size_band: string | null;
  why_it_matters: Default<string>;
  made_possible_by: Default<string>;
  licence: Default<string>;
  audience: string;
  reply_policy: Default<string>;
  group_id: string | null;
  built_on: DefaultJson<{ uri: string; note?: string }[]>;
  lineage: Default<string[]>;
  verdict: string | null;
  students_n: number | null;
  duration: string | null;
  evidence: DefaultJson<unknown[]>;
  inquiry_id: string | null;
  state: string;
  version: Default<number>;
  change_note: Default<string>;
  word_count: Default<number>;
  check_id: string | null;
  quote_policy: Default<string>;
  photos_elsewhere: Default<number>;
  call_state: ColumnType<string | null, string | null | undefined, string | null>;
  replies_paused_at: MaybeTime;
  searchable: Default<boolean | null>;
  created_at: DefaultTime;
  published_at: MaybeTime;
  updated_at: MaybeTime;
  scheduled_at: MaybeTime;
  retracted_at: MaybeTime;
  retracted_reason: string | null;
  brought_back_as: ColumnType<string | null, string | null | undefined, string | null>;
  draft_key: ColumnType<string | null, string | null | undefined, string | null>;
  fetched_at: MaybeTime;
  raw: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface AdaptationTable extends WireThreadColumns {
  id: string;
  uri: string;
  url: string | null;
  host: string | null;
  author_id: string;
  of_uri: string;
  of_title: Default<string>;
  context: Default<string>;
  changed: Default<string>;
  kept: Default<string>;
  happened: string;
  verdict: string | null;
  tip: Default<string>;
  evidence: DefaultJson<unknown[]>;
  lang: string;
  gist_other: DefaultJson<{ lang: string; text: string }[]>;
  subjects: Default<string[]>;
  age_min: number | null;
  age_max: number | null;
  audience: string;
  lineage: Default<string[]>;
  html: Default<string>;
  state: string;
  version: Default<number>;
  created_at: DefaultTime;
  published_at: MaybeTime;
  updated_at: MaybeTime;
  fetched_at: MaybeTime;
  /** too many strangers came at once */
  replies_paused_at: MaybeTime;
  raw: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface ReplyTable extends WireThreadColumns {
  id: string;
  uri: string;
  url: string | null;
  host: string | null;
  author_id: string;
  in_reply_to: string;
  root_uri: string;
  markdown: string | null;
  html: string;
  lang: Default<string>;
  state: string;
  counted_as_try: Default<boolean>;
  thanks: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: Time;
  updated_at: MaybeTime;
  fetched_at: MaybeTime;
  raw: ColumnType<unknown, string | null | undefined, string | null>;
}
