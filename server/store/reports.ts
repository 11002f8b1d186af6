import { sql } from 'kysely';
import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';

export interface Report {
  id: string;
  reporterId: string | null;
  aboutUris: string[];
  targetId: string | null;
  reason: string;
  text: string;
  fromHost: string | null;
  state: 'open' | 'closed';
  createdAt: Date;
}

export async function insertReport(
  db: Db,
  report: Omit<Report, 'id' | 'state' | 'createdAt'> & { uri: string | null },
): Promise<string> {
  const id = newId();
  await db
    .insertInto('report')
    .values({
      id,
      uri: report.uri,
      reporter_id: report.reporterId,
      about_uris: report.aboutUris,
      target_id: report.targetId,
      reason: report.reason,
      text: report.text,
      from_host: report.fromHost,
    })
    .execute();
  return id;
}

/** An open report about the same person from the same server: another one is added to it. */
export async function openReportFrom(
  db: Db,
  fromHost: string,
  targetId: string | null,
): Promise<Report | null> {
  const row = await db
    .selectFrom('report')
    .selectAll()
    .where('state', '=', 'open')
    .where('from_host', '=', fromHost)
    .where('target_id', targetId === null ? 'is' : '=', targetId)
    .limit(1)
    .executeTakeFirst();
  return row ? toReport(row) : null;
}

export async function addToReport(db: Db, id: string, aboutUris: string[], text: string): Promise<void> {
  await db.updateTable('report').set({ about_uris: aboutUris, text }).where('id', '=', id).execute();
}

export async function reportById(db: Db, id: string): Promise<Report | null> {
  const row = await db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? toReport(row) : null;
}

export async function openReports(db: Db, limit: number): Promise<Report[]> {
  return (
    await db
      .selectFrom('report')
      .selectAll()
      .where('state', '=', 'open')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
  ).map(toReport);
}

export async function closeReport(db: Db, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('report')
    .set({ state: 'closed', closed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function countReportsFrom(db: Db, host: string, since: Date): Promise<number> {
  const row = await db
    .selectFrom('report')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('from_host', '=', host)
    .where('created_at', '>', since)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

function toReport(row: {
  id: string;
  reporter_id: string | null;
  about_uris: string[];
  target_id: string | null;
  reason: string;
  text: string;
  from_host: string | null;
  state: string;
  created_at: Date;
}): Report {
  return {
    id: row.id,
    reporterId: row.reporter_id,
    aboutUris: row.about_uris,
    targetId: row.target_id,
    reason: row.reason,
    text: row.text,
    fromHost: row.from_host,
    state: row.state as Report['state'],
    createdAt: row.created_at,
  };
}

/** Has anybody asked the moderators about this, and it is not closed? Or, with a reason, for it and at any time. */
export async function isReported(db: Db, uri: string, reason?: string): Promise<boolean> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('about_uris', '@>', sql<string[]>`array[${uri}]::text[]`)
    .$if(reason === undefined, (query) => query.where('state', '=', 'open'))
    .$if(reason !== undefined, (query) => query.where('reason', '=', reason ?? ''))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
