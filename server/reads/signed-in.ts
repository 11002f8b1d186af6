import type { Role } from '../domain/vocabulary.ts';
import type { Db } from '../store/db.ts';

/** Who a session belongs to, as every page of theirs needs it. */
export interface SignedIn {
  actorId: string;
  name: string;
  handle: string;
  role: Role;
  lastVisitAt: Date | null;
  /** a notice waits that has not been read */
  unread: boolean;
  doorClosedUntil: Date | null;
}

/** The person of a session, null when the account is suspended, closed or no longer there. One query. */
export async function signedIn(db: Db, actorId: string): Promise<SignedIn | null> {
  const row = await db
    .selectFrom('person')
    .innerJoin('actor', 'actor.id', 'person.actor_id')
    .select(['actor.id', 'actor.name', 'actor.handle', 'person.role', 'person.last_visit_at'])
    .select('person.door_closed_until')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('notice')
            .select('notice.id')
            .whereRef('notice.person_id', '=', 'person.actor_id')
            .where('notice.read_at', 'is', null),
        )
        .as('unread'),
    )
    .where('person.actor_id', '=', actorId)
    .where('person.state', 'not in', ['suspended', 'closed'])
    .where('actor.state', 'not in', ['suspended', 'gone'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    actorId: row.id,
    name: row.name,
    handle: row.handle,
    role: row.role as Role,
    lastVisitAt: row.last_visit_at,
    unread: row.unread === true,
    doorClosedUntil: row.door_closed_until,
  };
}
