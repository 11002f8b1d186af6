import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { isUnder, suspendedDomains } from '../store/hosts.ts';

/** A server that is known here, and who of ours is known there. */
export interface KnownServer {
  host: string;
  inbox: string;
  /** somebody of ours who follows somebody there, or is followed; null when there is nobody */
  actorId: string | null;
}

/**
 * Servers in the order of their names, each with one inbox. Blocked ones are left out.
 * @param after the last name of the portion before
 * @returns null in place of `next` when there are no more
 */
export async function knownServers(
  db: Db,
  after: string,
  limit: number,
): Promise<{ servers: KnownServer[]; next: string | null }> {
  const [found, blocked] = await Promise.all([
    sql<KnownServer>`
      select h.host, one.inbox, one."actorId"
      from (select distinct host from actor where host > ${after} order by host limit ${limit}) h
      left join lateral (
        select coalesce(a.shared_inbox, a.inbox) as inbox, ours.id as "actorId"
        from actor a left join lateral (
          select o.id from follow f
          join actor o on o.id = case when f.follower_id = a.id then f.followed_id else f.follower_id end
          where a.id in (f.follower_id, f.followed_id) and f.state = 'accepted' and o.host is null and o.state in ('active', 'resting')
          order by o.id limit 1) ours on true
        where a.host = h.host and a.inbox is not null and a.state in ('active', 'resting', 'moved')
        order by ours.id nulls last, a.shared_inbox nulls last, a.id limit 1) one on true
      order by h.host`.execute(db),
    suspendedDomains(db),
  ]);
  const last = found.rows.at(-1);
  return {
    servers: found.rows.filter(({ host, inbox }) => inbox !== null && !isUnder(host, blocked)),
    next: last && found.rows.length === limit ? last.host : null,
  };
}
