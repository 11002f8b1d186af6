import { insertAuditEntry } from '../store/audit.ts';
import type { Ctx } from './context.ts';

/** Writes down that a moderator read words that other members cannot read, because somebody reported them. */
export async function noteReportRead(ctx: Ctx, by: string, reportId: string): Promise<void> {
  await insertAuditEntry(ctx.db, { actorId: by, action: 'reported-words-read', about: reportId, data: {} });
}
