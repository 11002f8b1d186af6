import { sql } from 'kysely';
import { isQuestion } from '../domain/question.ts';
import { Refusal } from '../domain/refusal.ts';
import { mayComeBack, STUDENT_APPEAL, TAKEN_BACK_FOR_STUDENT } from '../domain/taken-back.ts';
import type { Work } from '../domain/work.ts';
import { decisionAbout } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { isReported } from '../store/reports.ts';
import { authorIdsOf, workById } from '../store/works.ts';

/** A server that was asked to drop a work and has not said yes. */
export interface UnansweredServer {
  host: string;
  /** `asked`: the first attempt is still to come; `waiting`: it did not answer, we go on asking; `refused`: it answered no; `given-up`: silent for seven days */
  state: 'asked' | 'waiting' | 'refused' | 'given-up';
  /** what the last attempt said; null before the first one */
  cause: string | null;
}

/** Where the request to drop a work has got to. */
export interface TakeBackProgress {
  asked: number;
  accepted: number;
  /** at most 200, by name */
  unanswered: UnansweredServer[];
  /** the requests are not written yet */
  isBeingPrepared: boolean;
}

const MOST = 200;

/** How many servers were asked to drop what stood at an address, and what they said. */
export async function takeBackProgress(db: Db, workId: string, uri: string): Promise<TakeBackProgress> {
  const [hosts, pending] = await Promise.all([
    sql<{ host: string; states: string[]; wasTried: boolean; cause: string | null }>`
      select d.host, array_agg(distinct d.state) as states,
        coalesce(bool_or(d.attempts > 0) filter (where d.state = 'waiting'), false) as "wasTried",
        (array_agg(d.last_error order by d.id desc) filter (where d.state <> 'delivered'))[1] as cause
      from outgoing_activity a join delivery d on d.activity_id = a.id
      where a.object_uri = ${uri} and a.carries = 'removal' group by d.host order by d.host`.execute(db),
    sql`select 1 from outgoing_event where done_at is null and kind = 'work-taken-back'
      and payload->>'workId' = ${workId} limit 1`.execute(db),
  ]);
  const silent = hosts.rows.filter((row) => row.states.some((state) => state !== 'delivered'));
  return {
    asked: hosts.rows.length,
    accepted: hosts.rows.length - silent.length,
    unanswered: silent
      .slice(0, MOST)
      .map(({ host, states, wasTried, cause }) => ({ host, state: worst(states, wasTried), cause })),
    isBeingPrepared: pending.rows.length > 0,
  };
}

function worst(states: readonly string[], wasTried: boolean): UnansweredServer['state'] {
  if (states.includes('waiting')) return wasTried ? 'waiting' : 'asked';
  return states.includes('dead') ? 'given-up' : 'refused';
}

/** What an author took back, for the list of it. */
export interface TakenBack {
  id: string;
  /** '' when a student could have been recognised: then nothing of it was kept */
  title: string;
  lang: string;
  retractedAt: Date;
}

/** What a person took back in the last year, newest first, at most 20. */
export async function takenBackBy(db: Db, actorId: string, now: Date): Promise<TakenBack[]> {
  const rows = await db
    .selectFrom('work')
    .select(['id', 'title', 'lang', 'retracted_at'])
    .where('author_id', '=', actorId)
    .where('host', 'is', null)
    .where('state', 'in', ['retracted', 'purged'])
    .where('retracted_at', '>', new Date(now.getTime() - 365 * 86_400_000))
    .orderBy('retracted_at', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ retracted_at, ...row }) => ({ ...row, retractedAt: retracted_at ?? now }));
}

/**
 * A work that was taken back, for its authors, or narrowed so that others elsewhere had to drop it.
 * @throws Refusal `not-found no-work` for everybody else and for what was never taken back
 */
export async function ownTakenBack(db: Db, actorId: string, id: string): Promise<Work> {
  const work = await workById(db, id);
  const isTheirs = work?.host === null && (await authorIdsOf(db, work)).includes(actorId);
  if (!isTheirs || work.state === 'draft') throw new Refusal('not-found', 'no-work');
  if (work.state === 'published' && work.audience === 'everyone') throw new Refusal('not-found', 'no-work');
  return work;
}

/**
 * An own question that was taken back, to be asked once more.
 * @throws Refusal `not-found no-work`, also once its text is gone
 */
export async function questionToAskAgain(db: Db, actorId: string, id: string, now: Date): Promise<Work> {
  const work = await ownTakenBack(db, actorId, id);
  if (!isQuestion(work) || !mayComeBack(work, now)) throw new Refusal('not-found', 'no-work');
  return work;
}

/** What a moderator said when they took this back for a student's sake, and whether its author has appealed. */
export async function takenBackForStudent(
  db: Db,
  uri: string,
): Promise<{ note: string; at: Date; appealed: boolean } | null> {
  const decision = await decisionAbout(db, uri, TAKEN_BACK_FOR_STUDENT);
  if (!decision) return null;
  const appealed = await isReported(db, uri, STUDENT_APPEAL);
  return { note: String(decision.data.note ?? ''), at: decision.at, appealed };
}
