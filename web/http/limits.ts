import type { Request } from 'express';
import { addressKey } from '../../server/domain/address-key.ts';
import { Refusal } from '../../server/domain/refusal.ts';

/** What may be done how often: `points` times in `seconds`, counted for each key. */
export const LIMIT_RULES = {
  /** signing in without success, for each address */
  signIn: { points: 25, seconds: 300 },
  /** the same for each e-mail address, so that guessing from many places ends too */
  signInEmail: { points: 25, seconds: 3600 },
  /** saving while somebody writes: every two seconds at most, on two devices */
  autosave: { points: 400, seconds: 300 },
  /** photos sent: each is decoded and written anew */
  photo: { points: 60, seconds: 3600 },
  join: { points: 30, seconds: 3600 },
  setup: { points: 30, seconds: 3600 },
  /** finding people and works on other servers, for each member: every one is a request from this node */
  lookUp: { points: 30, seconds: 300 },
  /** searching, for each address that is not signed in */
  search: { points: 300, seconds: 300 },
  /** "open on my own server", for each address: every one is a request from this node */
  interact: { points: 20, seconds: 300 },
  invite: { points: 100, seconds: 3600 },
  /** changing a password asks for the present one, which could be guessed */
  password: { points: 10, seconds: 3600 },
  /** asking a moderator: every one is read by somebody */
  report: { points: 20, seconds: 3600 },
} as const;

export type LimitName = keyof typeof LIMIT_RULES;

/** Counts over all processes; server/store/rate-limits.ts keeps the counts. */
export interface Limits {
  /** Counts one more. @returns seconds to wait when it is one too many, else 0 */
  take(name: LimitName, key: string): Promise<number>;
  /** Takes one off again. */
  giveBack(name: LimitName, key: string): Promise<void>;
}

/** The parts of a visit that are needed here. */
interface Counted {
  web: { limits: Limits };
  request: Request;
}

/**
 * Counts one more by `key`, by the visitor's address when there is none (IPv6 by its /64 network).
 * @throws Refusal `too-many too-many` {seconds}
 */
export async function takeOne(
  visit: Counted,
  name: LimitName,
  key = addressKey(visit.request.ip),
): Promise<void> {
  const seconds = await visit.web.limits.take(name, key);
  if (seconds > 0) throw new Refusal('too-many', 'too-many', { seconds });
}

/** It went well, so it does not count: a whole school may sign in from one address. */
export async function giveBackOne(
  visit: Counted,
  name: LimitName,
  key = addressKey(visit.request.ip),
): Promise<void> {
  await visit.web.limits.giveBack(name, key);
}
