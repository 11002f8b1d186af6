import type { Default, Json, MaybeTime, Time } from './schema-columns.ts';

/** How a thing from elsewhere names its conversation, as its server says it. */
export interface WireThreadColumns {
  wire_context: string | null;
  wire_conversation: string | null;
  wire_replies: string | null;
}

/** What is to be read at other servers. */
export interface BackfillTable {
  uri: string;
  host: string;
  whole: boolean;
  passed_on_by: string | null;
  due_at: MaybeTime;
  lease_until: MaybeTime;
  attempts: Default<number>;
  walk: Json<unknown> | null;
  read_at: MaybeTime;
  outcome: string | null;
}

/** When a server may be asked again. */
export interface BackfillPaceTable {
  host: string;
  next_at: Time;
}
