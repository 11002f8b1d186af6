import type { ColumnType, Generated } from 'kysely';
import type { Default, DefaultJson, DefaultTime, MaybeTime, Time } from './schema-columns.ts';

/** Rows of what comes and goes: deliveries, the inbox, other servers, notices. */

export interface DeliveryTable {
  id: Generated<string>;
  activity_id: string;
  inbox: string;
  host: string;
  state: Default<string>;
  attempts: Default<number>;
  next_at: DefaultTime;
  created_at: DefaultTime;
  finished_at: MaybeTime;
  last_status: number | null;
  last_error: string | null;
}

export interface RemoteHostTable {
  host: string;
  due_at: MaybeTime;
  lease_owner: string | null;
  lease_until: MaybeTime;
  failures: Default<number>;
  opened_at: MaybeTime;
  last_error: string | null;
  last_success_at: MaybeTime;
  last_failure_at: MaybeTime;
  software: string | null;
  name: string | null;
  features: Default<string[]>;
  nodeinfo_at: MaybeTime;
  first_seen_at: DefaultTime;
  slow: Default<boolean>;
}

/** One row: when this node was last up. */
export interface NodeLifeTable {
  singleton: Default<boolean>;
  alive_at: Time;
}

/** Inboxes that said that nobody is there. */
export interface RefusingInboxTable {
  inbox: string;
  since: Time;
  checked_at: Time;
  moved_to: Default<string[]>;
}

export interface InboxTable {
  id: Generated<string>;
  uri: string;
  actor_uri: string;
  type: string;
  order_key: string;
  body: string | null;
  received_at: DefaultTime;
  state: Default<string>;
  attempts: Default<number>;
  due_at: DefaultTime;
  lease_until: MaybeTime;
  finished_at: MaybeTime;
  outcome: string | null;
}

export interface ReportTable {
  id: string;
  uri: string | null;
  reporter_id: string | null;
  about_uris: string[];
  target_id: string | null;
  reason: Default<string>;
  text: Default<string>;
  state: Default<string>;
  from_host: string | null;
  forwarded_at: MaybeTime;
  created_at: DefaultTime;
  closed_at: MaybeTime;
}

export interface RemoteNoteTable {
  id: string;
  uri: string;
  url: string | null;
  author_id: string;
  html: string;
  lang: string | null;
  published_at: Time;
  updated_at: MaybeTime;
  fetched_at: DefaultTime;
  raw: ColumnType<unknown, string | null | undefined, string | null>;
}

export interface NoticeTable {
  id: string;
  person_id: string;
  kind: string;
  about_uri: string | null;
  object_uri: string | null;
  from_id: string | null;
  data: DefaultJson<Record<string, unknown>>;
  created_at: DefaultTime;
  read_at: MaybeTime;
  mailed_at: MaybeTime;
}
