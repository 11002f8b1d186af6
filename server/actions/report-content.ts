import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { moderates } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import { STUDENT_APPEAL, TAKEN_BACK_FOR_STUDENT } from '../domain/taken-back.ts';
import { cleanText } from '../domain/text-limits.ts';
import { actorById, actorByUri } from '../store/actors.ts';
import { adaptationByUri } from '../store/adaptations.ts';
import { decisionAbout, insertAuditEntry } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { emitEvent } from '../store/events.ts';
import { hostRule } from '../store/hosts.ts';
import { insertNotice } from '../store/notices.ts';
import { othersModerate, personById } from '../store/people.ts';
import { replyByUri } from '../store/replies.ts';
import { addToReport, closeReport, countReportsFrom, openReportFrom, reportById } from '../store/reports.ts';
import { inTransaction } from '../store/tx.ts';
import { workByUri } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { fileReport } from './file-report.ts';

export const REPORT_REASONS = ['student', 'unkind', 'spam', 'rules', 'other'] as const;

export const reportInput = z.object({
  about: z.array(z.string().max(2048)).min(1).max(20),
  reason: z.enum(REPORT_REASONS, 'missing'),
  text: z
    .string()
    .default('')
    .transform((text) => cleanText(text.trim(), 2_000)),
  forward: z.boolean().default(false),
});

/** most reports that one server may have made in a day before more are dropped */
const DAILY_FROM_ONE_HOST = 50;

/**
 * Tells the moderators about something. With `forward` the server it came from is told as well, by the node itself:
 * the reporter stays unnamed.
 * @throws Refusal `not-found no-work` when none of it is known here
 */
export async function reportContent(
  ctx: Ctx,
  reporterId: string,
  input: z.infer<typeof reportInput>,
): Promise<string> {
  return inTransaction(ctx.db, async (tx) => {
    const target = await whoseIs(tx, input.about);
    if (!target) throw new Refusal('not-found', 'no-work');
    const id = await fileReport(tx, {
      uri: null,
      reporterId,
      aboutUris: input.about,
      targetId: target.id,
      reason: input.reason,
      text: input.text,
      fromHost: null,
    });
    if (input.forward && target.host !== null)
      await emitEvent(tx, { kind: 'report-forwarded', reportId: id });
    return id;
  });
}

/**
 * A report from another server, for the moderators' queue: plain text, merged while one about the same person is open.
 * @returns false when it concerns nobody here, or its server is not listened to
 */
export async function receiveReport(
  ctx: Ctx,
  from: Actor,
  uri: string,
  about: readonly string[],
  text: string,
): Promise<boolean> {
  if (from.host === null || (await hostRule(ctx.db, from.host))?.rejectReports) return false;
  const ours = await ownOnes(ctx.db, about);
  const target = await whoseIs(ctx.db, ours);
  if (!target || ours.length === 0) return false;
  const open = await openReportFrom(ctx.db, from.host, target.id);
  if (open) {
    await addToReport(
      ctx.db,
      open.id,
      [...new Set([...open.aboutUris, ...ours])].slice(0, 100),
      cleanText(`${open.text}\n\n${text}`, 5_000),
    );
    return true;
  }
  if (
    (await countReportsFrom(ctx.db, from.host, new Date(ctx.clock.now().getTime() - 86_400_000))) >=
    DAILY_FROM_ONE_HOST
  )
    return false;
  await inTransaction(ctx.db, (tx) =>
    fileReport(tx, {
      uri,
      reporterId: null,
      aboutUris: ours,
      targetId: target.id,
      reason: 'other',
      text: cleanText(text, 5_000),
      fromHost: from.host,
    }),
  );
  return true;
}

/**
 * Closes a report; the colleague who asked is told.
 * @throws Refusal `not-found no-report` for everybody but moderators; `not-allowed decided-yourself` for an appeal against
 *   one's own decision, while there is somebody else
 */
export async function settleReport(ctx: Ctx, by: string, id: string): Promise<void> {
  const person = await personById(ctx.db, by);
  if (!moderates(person)) throw new Refusal('not-found', 'no-report');
  await inTransaction(ctx.db, async (tx) => {
    const report = await reportById(tx, id);
    if (report?.reason === STUDENT_APPEAL) await requireAnother(tx, by, report.aboutUris[0] ?? '');
    if (!report || !(await closeReport(tx, id, ctx.clock.now()))) throw new Refusal('not-found', 'no-report');
    await insertAuditEntry(tx, { actorId: by, action: 'report-closed', about: id, data: {} });
    if (report.reporterId === null || report.reporterId === by) return;
    await insertNotice(tx, {
      personId: report.reporterId,
      kind: 'report-closed',
      aboutUri: null,
      objectUri: id,
      fromId: null,
    });
  });
}

async function requireAnother(db: Db, by: string, uri: string): Promise<void> {
  const decision = await decisionAbout(db, uri, TAKEN_BACK_FOR_STUDENT);
  if (decision?.actorId === by && (await othersModerate(db, by)))
    throw new Refusal('not-allowed', 'decided-yourself');
}

async function ownOnes(db: Db, uris: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const uri of uris.slice(0, 100)) {
    const thing = (await actorByUri(db, uri)) ?? (await thingByUri(db, uri));
    if (thing && thing.host === null) found.push(uri);
  }
  return found;
}

/** Whose things these are: the first that is known decides. */
async function whoseIs(db: Db, uris: readonly string[]): Promise<Actor | null> {
  for (const uri of uris) {
    const actor = await actorByUri(db, uri);
    if (actor) return actor;
    const thing = await thingByUri(db, uri);
    if (thing) return actorById(db, thing.authorId);
  }
  return null;
}

async function thingByUri(db: Db, uri: string) {
  return (await workByUri(db, uri)) ?? (await adaptationByUri(db, uri)) ?? (await replyByUri(db, uri));
}
