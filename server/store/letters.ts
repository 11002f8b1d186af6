import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A try that its author's reader has not been written to about. */
export interface UntoldTry {
  noticeId: string;
  personId: string;
  email: string;
  mailTried: boolean;
  hasRead: boolean;
  doorClosedUntil: Date | null;
  /** of the work that was tried */
  title: string;
  workUrl: string | null;
  workUri: string;
  triedBy: string;
  triedByHost: string | null;
  verdict: string | null;
}

/** Days in which a letter still makes sense. */
const DAYS = 14;

/**
 * Tries of works here that were told in the app only, the oldest first, at most 200; those for a closed door come last,
 * since they wait.
 */
export async function untoldTries(db: Db, now: Date): Promise<UntoldTry[]> {
  const rows = await sql<UntoldTry>`
    select n.id as "noticeId", n.person_id as "personId", p.email, p.mail_tried as "mailTried",
      n.read_at is not null as "hasRead", p.door_closed_until as "doorClosedUntil", coalesce(w.title, a.of_title, '') as title, coalesce(w.url, a.url) as "workUrl",
      n.about_uri as "workUri", coalesce(nullif(f.name, ''), f.handle) as "triedBy", f.host as "triedByHost", t.verdict
    from notice n join person p on p.actor_id = n.person_id join actor f on f.id = n.from_id
      left join work w on w.uri = n.about_uri left join adaptation a on a.uri = n.about_uri
      left join adaptation t on t.uri = n.object_uri
    where n.mailed_at is null and n.kind = 'tried' and p.state = 'active' and f.state <> 'suspended'
      and (t.uri is null or t.state = 'published') and (w.uri is null or w.state = 'published')
      and not exists (select from block b where b.blocker_id = n.person_id and b.blocked_id = n.from_id)
      and greatest(n.created_at, p.door_closed_until) > now() - ${DAYS} * interval '1 day'
    order by coalesce(p.door_closed_until > ${now}, false), n.id limit 200`.execute(db);
  return rows.rows;
}

/**
 * Takes notices for one letter: of two processes that want the same one, one gets it.
 * @returns the ids that were taken
 */
export async function takeToTell(db: Db, noticeIds: readonly string[], now: Date): Promise<string[]> {
  if (noticeIds.length === 0) return [];
  const rows = await db
    .updateTable('notice')
    .set({ mailed_at: now })
    .where('id', 'in', [...noticeIds])
    .where('mailed_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The mail server did not take the letter: it is for the next minute. */
export async function giveBackToTell(db: Db, noticeIds: readonly string[]): Promise<void> {
  if (noticeIds.length === 0) return;
  await db
    .updateTable('notice')
    .set({ mailed_at: null })
    .where('id', 'in', [...noticeIds])
    .execute();
}

/** @param wanted whether a person wants a letter when somebody tried their work */
export async function setMailTried(db: Db, actorId: string, wanted: boolean): Promise<void> {
  await db.updateTable('person').set({ mail_tried: wanted }).where('actor_id', '=', actorId).execute();
}

export async function wantsMailTried(db: Db, actorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('mail_tried')
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  return row?.mail_tried ?? false;
}
