import { isOwn } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from '../domain/work.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { handOverOf, resumeReplies } from '../store/held.ts';
import { closeReport, insertReport } from '../store/reports.ts';
import { inTransaction } from '../store/tx.ts';
import { workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * An author takes strangers' replies under a work again.
 * @returns the work
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function openReplies(ctx: Ctx, actorId: string, workId: string): Promise<Work> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await ownWork(tx, actorId, workId);
    await resumeReplies(tx, work, ctx.clock.now());
    await markStale(tx, `object:${work.uri}`);
    return work;
  });
}

/**
 * An author asks the moderators to look after what waits under a work of theirs. Until the report is closed, by a
 * moderator or by taking it back, moderators read it and decide about it.
 * @returns the work
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function handOver(ctx: Ctx, actorId: string, workId: string): Promise<Work> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await ownWork(tx, actorId, workId);
    if (await handOverOf(tx, work.uri)) return work;
    await insertReport(tx, {
      uri: null,
      reporterId: actorId,
      aboutUris: [work.uri],
      targetId: actorId,
      reason: 'busy',
      text: '',
      fromHost: null,
    });
    await insertAuditEntry(tx, { actorId, action: 'replies-handed-over', about: work.uri, data: {} });
    return work;
  });
}

/**
 * The author looks after it again: moderators no longer see what waits.
 * @returns the work
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function takeOver(ctx: Ctx, actorId: string, workId: string): Promise<Work> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await ownWork(tx, actorId, workId);
    const report = await handOverOf(tx, work.uri);
    if (report) {
      await closeReport(tx, report.id, ctx.clock.now());
      await insertAuditEntry(tx, { actorId, action: 'replies-taken-over', about: work.uri, data: {} });
    }
    return work;
  });
}

async function ownWork(db: Db, actorId: string, workId: string): Promise<Work> {
  const work = await workById(db, workId);
  if (!isOwn(work, actorId) || work.state !== 'published') throw new Refusal('not-found', 'no-work');
  return work;
}
