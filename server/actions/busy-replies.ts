import { isOwn } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import { adaptationById } from '../store/adaptations.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { handOverOf, resumeReplies } from '../store/held.ts';
import { closeReport } from '../store/reports.ts';
import { inTransaction } from '../store/tx.ts';
import { workById } from '../store/works.ts';
import { type Ctx, markStale } from './context.ts';
import { fileReport } from './file-report.ts';

/** A work or try of somebody's own. */
export interface OwnRoot {
  kind: 'work' | 'try';
  id: string;
  uri: string;
  authorId: string;
  /** the readable end of the address of a work */
  slug: string | null;
}

/**
 * An author takes strangers' replies under a work or try again.
 * @returns the work or try
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function openReplies(ctx: Ctx, actorId: string, id: string): Promise<OwnRoot> {
  return inTransaction(ctx.db, async (tx) => {
    const root = await ownRoot(tx, actorId, id);
    await resumeReplies(tx, root, ctx.clock.now());
    await markStale(tx, `object:${root.uri}`);
    return root;
  });
}

/**
 * An author asks the moderators to look after what waits under something of theirs. Until the report is closed, by a
 * moderator or by taking it back, moderators read it and decide about it.
 * @returns the work or try
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function handOver(ctx: Ctx, actorId: string, id: string): Promise<OwnRoot> {
  return inTransaction(ctx.db, async (tx) => {
    const root = await ownRoot(tx, actorId, id);
    if (await handOverOf(tx, root.uri)) return root;
    await fileReport(tx, {
      uri: null,
      reporterId: actorId,
      aboutUris: [root.uri],
      targetId: actorId,
      reason: 'busy',
      text: '',
      fromHost: null,
    });
    await insertAuditEntry(tx, { actorId, action: 'replies-handed-over', about: root.uri, data: {} });
    return root;
  });
}

/**
 * The author looks after it again: moderators no longer see what waits.
 * @returns the work or try
 * @throws Refusal `not-found no-work` for everybody else
 */
export async function takeOver(ctx: Ctx, actorId: string, id: string): Promise<OwnRoot> {
  return inTransaction(ctx.db, async (tx) => {
    const root = await ownRoot(tx, actorId, id);
    const report = await handOverOf(tx, root.uri);
    if (report) {
      await closeReport(tx, report.id, ctx.clock.now());
      await insertAuditEntry(tx, { actorId, action: 'replies-taken-over', about: root.uri, data: {} });
    }
    return root;
  });
}

async function ownRoot(db: Db, actorId: string, id: string): Promise<OwnRoot> {
  const work = await workById(db, id);
  const found = work ?? (await adaptationById(db, id));
  if (!isOwn(found, actorId) || found.state !== 'published') throw new Refusal('not-found', 'no-work');
  const { uri, authorId } = found;
  return { kind: work ? 'work' : 'try', id, uri, authorId, slug: work?.slug ?? null };
}
