import type { Ctx } from '../../server/actions/context.ts';
import type { Actor } from '../../server/domain/actor.ts';
import type { Tx } from '../../server/store/db.ts';
import type { Office } from '../office.ts';

/** An activity on its way through the inbox: verified, stored, and now to have its effect. */
export interface Incoming {
  uri: string;
  type: string;
  /** who signed it */
  actor: Actor;
  json: Record<string, unknown>;
}

/**
 * What an activity needs from other servers before its effect: fetched outside the transaction.
 * Throw `Later` to have the activity handled again after a while.
 */
export type Prepare = (office: Office, incoming: Incoming) => Promise<void>;

/** The effect, in the transaction of the acknowledgement. @returns a few words for the record; `dropped: …` when nothing was done */
export type Effect = (ctx: Ctx & { db: Tx }, incoming: Incoming) => Promise<string>;

export interface Handler {
  prepare?: Prepare;
  effect: Effect;
}

/** Something that is needed cannot be had now. */
export class Later extends Error {}
