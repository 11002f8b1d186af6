import type { Default, DefaultTime, MaybeTime, Time } from './schema-columns.ts';

/** Rows of people with an account, and of those who are invited. */

export interface PersonTable {
  actor_id: string;
  email: string;
  personal_email: string | null;
  password_hash: string | null;
  role: Default<string>;
  label: Default<string>;
  shown_as: Default<string>;
  bio: Default<string>;
  school_id: string | null;
  show_school: Default<string>;
  subjects: Default<string[]>;
  age_min: number | null;
  age_max: number | null;
  languages: Default<string[]>;
  pronouns: string | null;
  verified_at: MaybeTime;
  reply_policy_default: Default<string>;
  last_audience: string | null;
  state: Default<string>;
  mail_tried: Default<boolean>;
  door_closed_until: MaybeTime;
  last_visit_at: MaybeTime;
  created_at: DefaultTime;
}

export interface InvitationTable {
  token_hash: string;
  purpose: string;
  email: string | null;
  label: Default<string>;
  role: Default<string>;
  created_by: string | null;
  created_at: DefaultTime;
  expires_at: Time;
  used_at: MaybeTime;
  used_by: string | null;
}
