import type { Tx } from '../store/db.ts';
import { insertNotice } from '../store/notices.ts';
import { moderatorIds } from '../store/people.ts';
import { insertReport } from '../store/reports.ts';

/**
 * Puts a report into the moderators' queue, and tells everybody who moderates but the one who asked: a queue that nobody
 * is called to is not looked at.
 * @returns its id
 */
export async function fileReport(tx: Tx, report: Parameters<typeof insertReport>[1]): Promise<string> {
  const id = await insertReport(tx, report);
  const others = (await moderatorIds(tx)).filter((personId) => personId !== report.reporterId);
  const notice = { kind: 'report-waits', aboutUri: null, objectUri: id, fromId: null } as const;
  await Promise.all(others.map((personId) => insertNotice(tx, { ...notice, personId })));
  return id;
}
