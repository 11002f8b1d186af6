import { getLogger } from '@logtape/logtape';
import type { Request, Response } from 'express';
import { hostOf } from '../server/domain/handle.ts';
import { AP_TYPES, isOneOf } from '../server/net/content-types.ts';
import { actorOf, isBlockedHost, isOurInbox } from '../server/reads/addressees.ts';
import { type NewInboxActivity, storeActivities } from '../server/store/inbox.ts';
import { batched } from './batch.ts';
import { boundedJson } from './bounded-json.ts';
import type { HostLimits } from './host-limits.ts';
import { HANDLERS } from './inbox/handlers.ts';
import type { Office } from './office.ts';
import { notePassedOn, thingPassedOn } from './passed-on.ts';
import { idOf } from './translate/wire.ts';
import { verifySigner } from './verify.ts';

const log = getLogger(['ajar', 'intake']);

export const BODY_MAX = 1_048_576;

export interface IntakeAnswer {
  status: number;
  say?: string;
  retryAfter?: number;
}

/**
 * The door for everything from other servers: bounded, verified, stored once, answered 202. Nothing is done with it
 * here: a worker does that. Answers follow what senders make of them: 4xx other than 401 and 429 drop the activity
 * for good, so a passing trouble is always 503.
 */
export class Intake {
  readonly #office: Office;
  readonly #limits: HostLimits;
  readonly #store: (activity: NewInboxActivity) => Promise<void>;

  constructor(office: Office, limits: HostLimits) {
    this.#office = office;
    this.#limits = limits;
    this.#store = batched((activities) => storeActivities(office.ctx.db, activities), 200);
  }

  /** @param body the bytes as they came @param actorId whose inbox, null for the shared one */
  async receive(request: Request, body: Buffer, actorId: string | null): Promise<IntakeAnswer> {
    const { ctx, documents } = this.#office;
    if (!isOneOf(request.headers['content-type'] ?? '', AP_TYPES))
      return { status: 415, say: 'Send application/activity+json.' };
    const activity = boundedJson(body.toString('utf8'));
    if (!activity) return { status: 400, say: 'The body is not a JSON object within bounds.' };
    const actorUri = idOf(activity.actor);
    const host = actorUri && hostOf(actorUri);
    if (!actorUri || !host || typeof activity.type !== 'string')
      return { status: 400, say: 'The activity has no actor or no type.' };
    if (actorId !== null && !(await isOurInbox(ctx.db, actorId)))
      return { status: 404, say: 'There is no such inbox.' };
    if (await isBlockedHost(ctx.db, host)) return { status: 403, say: 'Your server is blocked here.' };

    // accounts that are deleted everywhere are told to everybody: nothing is fetched for those unknown here
    const about = idOf(activity.object);
    const concernsItself = (activity.type === 'Delete' || activity.type === 'Update') && about === actorUri;
    if (concernsItself && !(await actorOf(ctx.db, actorUri))) return { status: 202 };

    const now = ctx.clock.now();
    const passedOn = thingPassedOn(activity, host, ctx);
    const verified = await verifySigner(
      documents,
      { method: request.method, target: request.originalUrl, headers: request.headers, body },
      ctx,
      now,
      passedOn === null ? host : null,
    );
    if ('away' in verified) return { status: 503, say: verified.away, retryAfter: 300 };
    const by = 'signer' in verified ? hostOf(verified.signer) : null;
    if (passedOn !== null && by !== null && by !== host) return this.#passedOn(passedOn, activity, by, now);
    if ('fault' in verified || verified.signer !== actorUri) {
      const why = 'fault' in verified ? verified.fault : 'somebody else signed this';
      log.debug('refused from {host}: {why}', { host, why });
      return { status: 401, say: `Not accepted: ${why}.` };
    }
    // counted for those who really sent it: junk in somebody's name takes nothing from them
    const wait = this.#limits.take(host, now);
    if (wait > 0) return { status: 429, say: 'Too many at once.', retryAfter: wait };
    if (!HANDLERS[activity.type]) return { status: 202 };
    const uri =
      typeof activity.id === 'string' ? idOf(activity.id) : `${actorUri}#${activity.type}-${about ?? ''}`;
    if (!uri || (typeof activity.id === 'string' && hostOf(uri) !== host)) return { status: 202 };
    await this.#store({
      uri,
      actorUri,
      type: activity.type,
      orderKey: actorUri,
      body: body.toString('utf8'),
    });
    return { status: 202 };
  }

  /** Another server passes on what its author's server says: it is asked for there, later. */
  async #passedOn(
    uri: string,
    activity: Record<string, unknown>,
    by: string,
    now: Date,
  ): Promise<IntakeAnswer> {
    const { ctx } = this.#office;
    if (await isBlockedHost(ctx.db, by)) return { status: 403, say: 'Your server is blocked here.' };
    const wait = this.#limits.take(by, now);
    if (wait > 0) return { status: 429, say: 'Too many at once.', retryAfter: wait };
    await notePassedOn(ctx, uri, activity, by);
    return { status: 202 };
  }
}

/** Reads a request's body, counting bytes. @returns null when it is too big */
export function readBody(request: Request, response: Response): Promise<Buffer | null> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > BODY_MAX || (request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    response.setHeader('connection', 'close');
    return Promise.resolve(null);
  }
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_MAX) {
        request.removeAllListeners('data');
        request.resume();
        response.setHeader('connection', 'close');
        done(null);
      } else chunks.push(chunk);
    });
    request.on('end', () => done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('error', fail);
  });
}
