import { getLogger } from '@logtape/logtape';
import type { Request } from 'express';
import { hostOf } from '../server/domain/handle.ts';
import { AP_TYPES, isOneOf } from '../server/net/content-types.ts';
import { actorOf, isBlockedHost, isOurInbox } from '../server/reads/addressees.ts';
import { type NewInboxActivity, storeActivities, waitingByHost } from '../server/store/inbox.ts';
import { Backlog } from './backlog.ts';
import { batched } from './batch.ts';
import { boundedJson } from './bounded-json.ts';
import { HANDLERS } from './inbox/handlers.ts';
import type { Office } from './office.ts';
import { notePassedOn, thingPassedOn } from './passed-on.ts';
import { TokenBuckets } from './token-buckets.ts';
import { isAboutItself } from './translate/verbs.ts';
import { idOf } from './translate/wire.ts';
import { Turns } from './turns.ts';
import { type ArrivedRequest, verifySigner } from './verify.ts';

const log = getLogger(['ajar', 'intake']);

export interface IntakeAnswer {
  status: number;
  say?: string;
  retryAfter?: number;
}

/** An answer, or null when nothing speaks against going on. */
type Refusal = IntakeAnswer | null;

const OVERLOAD: IntakeAnswer = { status: 503, say: 'Too much at once. Please come again.', retryAfter: 30 };
const FULL: IntakeAnswer = { status: 503, say: 'Too much waits here. Please come again.', retryAfter: 300 };
const FULL_FOR_HOST: IntakeAnswer = {
  status: 429,
  say: 'Too many of your activities wait here.',
  retryAfter: 300,
};

/**
 * The door for everything from other servers: bounded, verified, stored once, answered 202. Nothing is done with it
 * here: a worker does that. Answers follow what senders make of them: 4xx other than 401 and 429 drop the activity
 * for good, so a passing trouble is 503, or 429 when it is the sender's doing.
 */
export class Intake {
  readonly #office: Office;
  readonly #store: (activity: NewInboxActivity) => Promise<void>;
  readonly #backlog: Backlog;
  readonly #addresses: TokenBuckets;
  readonly #hosts: TokenBuckets;
  readonly #actors: TokenBuckets;
  readonly #line: Turns;

  constructor(office: Office) {
    this.#office = office;
    const { db } = office.ctx;
    const { limits } = office;
    this.#store = batched((activities) => storeActivities(db, activities), 200);
    this.#backlog = new Backlog(() => waitingByHost(db), limits);
    this.#addresses = new TokenBuckets(limits.address);
    this.#hosts = new TokenBuckets(limits.host);
    this.#actors = new TokenBuckets(limits.actor);
    this.#line = new Turns(limits.atOnce, limits.inLine);
  }

  /** What can be said before the body is read. @param from as `distantAddressKey` gives it */
  atTheDoor(request: Request, from: string | null): Refusal {
    if (!isOneOf(request.headers['content-type'] ?? '', AP_TYPES))
      return { status: 415, say: 'Send application/activity+json.' };
    const wait = from === null ? 0 : this.#addresses.take(from, this.#office.ctx.clock.now());
    if (wait > 0) return tooMany('of your address', wait);
    if (this.#line.isFull('')) return OVERLOAD;
    return this.#backlog.isFull() ? FULL : null;
  }

  /**
   * @param body the bytes as they came @param actorId whose inbox, null for the shared one
   * @param from as `distantAddressKey` gives it
   */
  async receive(
    request: Request,
    body: Buffer,
    actorId: string | null,
    from: string | null,
  ): Promise<IntakeAnswer> {
    const { method, originalUrl: target, headers } = request;
    const answer = await this.#line.run('', (stepAside) =>
      this.#take({ method, target, headers, body, from, stepAside }, body, actorId),
    );
    return answer === 'full' ? OVERLOAD : answer;
  }

  async #take(request: ArrivedRequest, body: Buffer, actorId: string | null): Promise<IntakeAnswer> {
    const { ctx, keyFetches } = this.#office;
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
    if (isAboutItself(activity) && !(await actorOf(ctx.db, actorUri))) return { status: 202 };

    const now = ctx.clock.now();
    const passedOn = thingPassedOn(activity, host, ctx);
    const claimed = passedOn === null ? host : null;
    const verified = await verifySigner(keyFetches, request, ctx, now, claimed);
    if ('away' in verified)
      return { status: verified.status, say: verified.away, retryAfter: verified.retryAfter };
    const by = 'signer' in verified ? hostOf(verified.signer) : null;
    if (passedOn !== null && by !== null && by !== host) return this.#passedOn(passedOn, activity, by, now);
    if ('fault' in verified || verified.signer !== actorUri) {
      const why = 'fault' in verified ? verified.fault : 'somebody else signed this';
      log.debug('refused from {host}: {why}', { host, why });
      return { status: 401, say: `Not accepted: ${why}.` };
    }
    // counted for those who really sent it: junk in somebody's name takes nothing from them
    const wait = this.#hosts.take(host, now);
    if (wait > 0) return tooMany('of your server', wait);
    const alone = this.#actors.take(actorUri, now);
    if (alone > 0) return tooMany('of one actor', alone);
    if (!HANDLERS[activity.type]) return { status: 202 };
    const uri =
      typeof activity.id === 'string' ? idOf(activity.id) : `${actorUri}#${activity.type}-${about ?? ''}`;
    if (!uri || (typeof activity.id === 'string' && hostOf(uri) !== host)) return { status: 202 };
    if (this.#backlog.isFullFor(host)) return FULL_FOR_HOST;
    this.#backlog.add(host);
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
    const wait = this.#hosts.take(by, now);
    if (wait > 0) return tooMany('of your server', wait);
    await notePassedOn(ctx, uri, activity, by);
    return { status: 202 };
  }
}

function tooMany(whose: string, wait: number): IntakeAnswer {
  return { status: 429, say: `Too many requests ${whose}.`, retryAfter: wait };
}
