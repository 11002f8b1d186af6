import type { Adaptation } from '../domain/adaptation.ts';
import { hostOf } from '../domain/handle.ts';
import { actorById } from '../store/actors.ts';
import { adaptationByUri, updateAdaptation } from '../store/adaptations.ts';
import * as backfills from '../store/backfills.ts';
import { hostRule } from '../store/hosts.ts';
import { setPlace } from '../store/lineage.ts';
import { replyByUri, updateReply } from '../store/replies.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale, rootTags } from './context.ts';
import { mustWait, shownTry } from './outside-stops.ts';
import { threadOf } from './receive-reply.ts';

export type { LeasedBackfill } from '../store/backfills.ts';

/** What came of it is believed for so long. */
const FRESH_HOURS = 6;
/** A story that has just come has no answers yet; Mastodon waits as long. */
const NEW_SECONDS = 300;
const LEASE_SECONDS = 180;
const MOST_ATTEMPTS = 5;

/**
 * Asks, as a job, for what was answered elsewhere to a work or try: when it is opened or answered here. Nothing happens
 * when it was read in the last six hours, or when there is nothing elsewhere to read.
 */
export async function askForThread(ctx: Ctx, uri: string): Promise<void> {
  await backfills.askForThread(ctx.db, uri, { afterSeconds: 0, freshHours: FRESH_HOURS });
}

/** The same for a story that has just come because somebody here follows its author: in a while. */
export async function askForThreadLater(ctx: Ctx, uri: string): Promise<void> {
  await backfills.askForThread(ctx.db, uri, { afterSeconds: NEW_SECONDS, freshHours: FRESH_HOURS });
}

/**
 * Asks, as a job, for one thing that was passed on or only named: at its own host, whatever was said of it.
 * @param because the server that named it
 */
export async function askForThing(ctx: Ctx, uri: string, because: string): Promise<void> {
  const host = hostOf(uri);
  if (host && host !== ctx.host) await backfills.askForThing(ctx.db, uri, host, because);
}

/** Takes readings that are due; they come back by themselves when nothing is said of them for three minutes. */
export function leaseBackfills(ctx: Ctx, limit: number): Promise<backfills.LeasedBackfill[]> {
  return backfills.leaseBackfills(ctx.db, limit, LEASE_SECONDS);
}

/** How a sitting over a reading ended. */
export type SittingEnd =
  | { kind: 'finished'; outcome: string }
  /** to go on after so many seconds */
  | { kind: 'goes-on'; walk: unknown; seconds: number }
  | { kind: 'failed'; why: string }
  | { kind: 'stopped' };

/** Keeps how a sitting ended. */
export async function endSitting({ db }: Ctx, uri: string, end: SittingEnd): Promise<void> {
  switch (end.kind) {
    case 'finished':
      return backfills.finishBackfill(db, uri, end.outcome);
    case 'goes-on':
      return backfills.keepBackfill(db, uri, end.walk, end.seconds);
    case 'failed':
      return backfills.postponeBackfill(db, uri, end.why, MOST_ATTEMPTS);
    case 'stopped':
      return backfills.giveBackBackfill(db, uri);
  }
}

/** May this host be asked once more? @returns 0, or seconds to wait: no host is asked more than 30 times in a minute */
export function takePace(ctx: Ctx, host: string): Promise<number> {
  return backfills.takePace(ctx.db, host);
}

/** A reply or try that waited here is shown where its story lives: then here too. Ours are for their authors to decide. */
export async function showListed(ctx: Ctx, uri: string): Promise<void> {
  await inTransaction(ctx.db, async (db) => {
    const inner = { ...ctx, db };
    const reply = await replyByUri(db, uri);
    const attempt = reply ? null : await adaptationByUri(db, uri);
    const thing = reply ?? attempt;
    if (
      thing?.state !== 'held' ||
      !(await isShownElsewhere(inner, thing.authorId, reply?.rootUri ?? attempt?.ofUri)) ||
      (await mustWait(inner, reply ?? shownTry(attempt as Adaptation)))
    )
      return;
    if (reply) {
      await updateReply(db, reply.id, { state: 'shown' });
      await markStale(db, `object:${reply.rootUri}`);
    } else if (attempt) {
      await updateAdaptation(db, attempt.id, { state: 'published' });
      await setPlace(db, attempt.uri, attempt.ofUri, 'shown');
      await markStale(db, `object:${attempt.ofUri}`, ...rootTags(attempt.lineage));
    }
  });
}

async function isShownElsewhere(ctx: Ctx, authorId: string, under: string | undefined): Promise<boolean> {
  const [thread, author] = await Promise.all([
    under === undefined ? null : threadOf(ctx, under),
    actorById(ctx.db, authorId),
  ]);
  if (!thread || thread.host === null || !author?.host || author.state === 'suspended') return false;
  return (await hostRule(ctx.db, author.host))?.severity !== 'silence';
}
