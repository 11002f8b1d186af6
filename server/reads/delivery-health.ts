import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { type UnsentEvent, unsentEvents } from '../store/events.ts';
import { isUnder, suspendedDomains } from '../store/hosts.ts';

export type { UnsentEvent };

/** A server that takes nothing at the moment, while something waits for it. */
export interface SilentHost {
  host: string;
  /** null: it stumbled a few times and is not given up on yet */
  silentSince: Date | null;
  failures: number;
  /** what the last attempt said: words of our own network client, or `HTTP 503 …` with the start of the answer */
  cause: string | null;
  lastSuccessAt: Date | null;
  waiting: number;
  /** when it is asked again; null: it is being asked right now */
  nextAt: Date | null;
}

/** What was given up after seven days, for one server. */
export interface DeadLetters {
  host: string;
  count: number;
  lastAt: Date;
  cause: string | null;
}

export interface DeliveryHealth {
  silent: SilentHost[];
  dead: DeadLetters[];
  /** what came in: not handled yet, and what could not be handled after many attempts */
  inbox: { waiting: number; dead: number };
  /** changes that have not been made into messages yet */
  events: number;
  /** those among them that were tried in vain many times */
  unsent: UnsentEvent[];
}

const MOST = 200;

/**
 * How it stands with other servers. Those that this district keeps away from are left out.
 * @param since what was given up before is not shown
 */
export async function deliveryHealth(db: Db, since: Date): Promise<DeliveryHealth> {
  const [silent, dead, counts, blocked, unsent] = await Promise.all([
    silentHosts(db),
    deadLetters(db, since),
    backlog(db, since),
    suspendedDomains(db),
    unsentEvents(db, MOST),
  ]);
  return { silent, dead: dead.filter(({ host }) => !isUnder(host, blocked)), ...counts, unsent };
}

async function silentHosts(db: Db): Promise<SilentHost[]> {
  const found = await sql<Omit<SilentHost, 'waiting'> & { waiting: string; underWay: boolean }>`
    select h.host, h.opened_at as "silentSince", h.failures, h.last_error as cause, h.last_success_at as "lastSuccessAt",
      h.due_at as "nextAt", coalesce(h.lease_until > now(), false) as "underWay", count(*) as waiting
    from remote_host h join delivery d on d.host = h.host and d.state = 'waiting'
    where h.failures > 0 group by h.host
    order by h.opened_at nulls last, h.host limit ${MOST}`.execute(db);
  return found.rows.map(({ underWay, waiting, nextAt, ...host }) => ({
    ...host,
    waiting: Number(waiting),
    nextAt: underWay ? null : nextAt,
  }));
}

async function deadLetters(db: Db, since: Date): Promise<DeadLetters[]> {
  const found = await sql<Omit<DeadLetters, 'count'> & { count: string }>`
    select host, count(*) as count, max(finished_at) as "lastAt",
      (array_agg(last_error order by finished_at desc))[1] as cause
    from delivery where state = 'dead' and finished_at >= ${since}
    group by host order by max(finished_at) desc limit ${MOST}`.execute(db);
  return found.rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function backlog(db: Db, since: Date): Promise<Pick<DeliveryHealth, 'inbox' | 'events'>> {
  const found = await sql<{ waiting: string; dead: string; events: string }>`
    select (select count(*) from inbox_activity where state = 'waiting') as waiting,
      (select count(*) from inbox_activity where state = 'dead' and finished_at >= ${since}) as dead,
      (select count(*) from outgoing_event where done_at is null and failed_at is null) as events`.execute(
    db,
  );
  const row = found.rows[0];
  return {
    inbox: { waiting: Number(row?.waiting ?? 0), dead: Number(row?.dead ?? 0) },
    events: Number(row?.events ?? 0),
  };
}
