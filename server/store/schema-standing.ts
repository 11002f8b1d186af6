import type { DefaultTime, MaybeTime } from './schema-columns.ts';

/** Somebody of ours is suspended while their row is here. */
export interface SuspensionTable {
  actor_id: string;
  reason: string;
  /** to the person */
  note: string;
  by_id: string | null;
  actor_before: string;
  person_before: string;
  created_at: DefaultTime;
  appeal: string | null;
  appealed_at: MaybeTime;
  answer: string | null;
  answered_by: string | null;
  answered_at: MaybeTime;
}

/** A wholly new key of somebody elsewhere, for which nobody has vouched yet. */
export interface NextKeyJson {
  id: string;
  pem: string;
  prints: string[];
  /** ISO 8601 */
  since: string;
}
