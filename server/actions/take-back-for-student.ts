import { z } from 'zod';
import { mayRead } from '../domain/audience.ts';
import { moderates } from '../domain/moderating.ts';
import { Refusal } from '../domain/refusal.ts';
import { SUSPENSION_LIMITS } from '../domain/suspension.ts';
import { STUDENT_APPEAL, TAKEN_BACK_FOR_STUDENT } from '../domain/taken-back.ts';
import type { Work } from '../domain/work.ts';
import { decisionAbout, insertAuditEntry } from '../store/audit.ts';
import type { Tx } from '../store/db.ts';
import { insertNotice } from '../store/notices.ts';
import { personById } from '../store/people.ts';
import { isReported } from '../store/reports.ts';
import { inTransaction } from '../store/tx.ts';
import { authorIdsOf, lockWork, readableOf, workById } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { fileReport } from './file-report.ts';
import { freeFiles } from './photo-files.ts';
import { words } from './suspend-person.ts';
import { retract } from './take-back-work.ts';

export const studentReasonInput = z.object({ note: words(SUSPENSION_LIMITS.note) });
export const studentAppealInput = z.object({ appeal: words(SUSPENSION_LIMITS.appeal) });

/**
 * A moderator takes back what a colleague shared, because a student could be recognised (product 3.5, 7): at once and for
 * good, here and elsewhere, as its author would. It is written down; every author is told why, and how to appeal.
 * @param note why, to the authors
 * @throws Refusal `not-found no-work` for everybody but moderators and administrators, for what they can neither read nor
 *   were asked about, and for their own, which has a way of its own
 */
export async function takeBackForStudent(ctx: Ctx, by: string, workId: string, note: string): Promise<void> {
  const files = await inTransaction(ctx.db, async (tx) => {
    const work = await forStudent(tx, by, await lockWork(tx, workId));
    const authors = await authorIdsOf(tx, work);
    await insertAuditEntry(tx, {
      actorId: by,
      action: TAKEN_BACK_FOR_STUDENT,
      about: work.uri,
      data: { reason: 'student', note },
    });
    const notice = {
      kind: 'moderator-took-back',
      aboutUri: work.uri,
      objectUri: work.uri,
      fromId: null,
    } as const;
    await Promise.all(authors.map((personId) => insertNotice(tx, { ...notice, personId })));
    return retract(ctx, tx, work, 'student');
  });
  await freeFiles(ctx, files);
}

async function forStudent(tx: Tx, by: string, work: Work | null): Promise<Work> {
  const person = await personById(tx, by);
  if (!moderates(person) || work?.host !== null || work.state !== 'published' || work.authorId === by)
    throw new Refusal('not-found', 'no-work');
  const viewer = { kind: 'member', actorId: by, role: person.role } as const;
  if (mayRead(viewer, await readableOf(tx, work)) || (await isReported(tx, work.uri))) return work;
  throw new Refusal('not-found', 'no-work');
}

/**
 * An author says what they have to say to that, once: another moderator than the one who decided reads it among the reports.
 * @throws Refusal `not-found no-work`, `conflict appealed-already`
 */
export async function appealTakeBack(
  ctx: Ctx,
  actorId: string,
  workId: string,
  appeal: string,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    const isTheirs = work?.host === null && (await authorIdsOf(tx, work)).includes(actorId);
    if (!isTheirs || !(await decisionAbout(tx, work.uri, TAKEN_BACK_FOR_STUDENT)))
      throw new Refusal('not-found', 'no-work');
    if (await isReported(tx, work.uri, STUDENT_APPEAL)) throw new Refusal('conflict', 'appealed-already');
    const report = { uri: null, reporterId: actorId, targetId: actorId, fromHost: null };
    await fileReport(tx, { ...report, aboutUris: [work.uri], reason: STUDENT_APPEAL, text: appeal });
    await insertAuditEntry(tx, { actorId, action: 'take-back-appealed', about: work.uri, data: {} });
  });
}

/** What a moderator may take back for a student. @throws Refusal `not-found no-work` */
export async function takeBackAsked(ctx: Ctx, by: string, workId: string): Promise<Work> {
  return inTransaction(ctx.db, async (tx) => {
    return forStudent(tx, by, await workById(tx, workId));
  });
}
