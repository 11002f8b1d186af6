import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { handOverOf } from '../store/held.ts';

/** Who liked something, or passed it on, at other servers. For its author alone. */
export interface Appreciated {
  /** how many people in all */
  count: number;
  /** the latest, at most ten */
  by: Actor[];
}

/** What only its author sees beside a story or try. */
export interface AuthorSide {
  appreciated: Appreciated;
  /** moderators look after what waits */
  isHandedOver: boolean;
}

const NAMED = 10;

/** @param uri of a work or try of ours; that its author asks is for the caller to know */
export async function appreciatedBy(db: Db, uri: string): Promise<Appreciated> {
  const rows = await db
    .selectFrom('appreciation')
    .innerJoin('actor', 'actor.id', 'appreciation.actor_id')
    .select(['actor_id', (eb) => eb.fn.max('appreciation.created_at').as('at')])
    .select(sql<number>`(count(*) over ())::int`.as('people'))
    .where('object_uri', '=', uri)
    .where('actor.state', '!=', 'suspended')
    .groupBy('actor_id')
    .orderBy('at', 'desc')
    .limit(NAMED)
    .execute();
  const latest = rows.map((row) => row.actor_id);
  const actors = await actorsByIds(db, latest);
  return { count: rows[0]?.people ?? 0, by: latest.flatMap((id) => actors.get(id) ?? []) };
}

/** The same, with what became of its replies. */
export async function authorSide(db: Db, uri: string): Promise<AuthorSide> {
  const [appreciated, report] = await Promise.all([appreciatedBy(db, uri), handOverOf(db, uri)]);
  return { appreciated, isHandedOver: report !== null };
}
