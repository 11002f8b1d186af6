import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Person } from '../domain/actor.ts';
import { MODERATING, NOT_ACTING } from '../domain/moderating.ts';
import type { ReplyPolicy } from '../domain/reply.ts';
import type { Label, Role } from '../domain/vocabulary.ts';
import { actorById, toActor } from './actors.ts';
import type { Db } from './db.ts';
import type { Tables } from './schema.ts';
import { isAnyOf, together } from './together.ts';

type PersonRow = Selectable<Tables['person']>;

function toPerson(row: PersonRow, actor: Person['actor']): Person {
  return {
    actor,
    email: row.email,
    role: row.role as Role,
    label: row.label as Label,
    bio: row.bio,
    subjects: row.subjects,
    ageMin: row.age_min,
    ageMax: row.age_max,
    languages: row.languages,
    state: row.state as Person['state'],
    lastAudience: row.last_audience,
    lastVisitAt: row.last_visit_at,
    doorClosedUntil: row.door_closed_until,
  };
}

export async function personById(db: Db, actorId: string): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('actor_id', '=', actorId).executeTakeFirst();
  const actor = row && (await actorById(db, actorId));
  return row && actor ? toPerson(row, actor) : null;
}

/** For signing in: the stored password hash with the person. */
export async function personByEmail(
  db: Db,
  email: string,
): Promise<{ person: Person; passwordHash: string | null } | null> {
  const row = await db
    .selectFrom('person')
    .selectAll()
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  const actor = row && (await actorById(db, row.actor_id));
  return row && actor ? { person: toPerson(row, actor), passwordHash: row.password_hash } : null;
}

export async function insertPerson(db: Db, row: Insertable<Tables['person']>): Promise<void> {
  await db.insertInto('person').values(row).execute();
}

/** Who may answer what this person writes, unless a work says otherwise. */
export async function replyDefault(db: Db, actorId: string): Promise<ReplyPolicy> {
  const row = await db
    .selectFrom('person')
    .select('reply_policy_default')
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  return (row?.reply_policy_default as ReplyPolicy | undefined) ?? 'approved';
}

/** Until when somebody of ours has closed their door; null for everybody else. */
export async function doorClosedUntil(db: Db, actorId: string): Promise<Date | null> {
  return (await closedDoors(db, actorId)) ?? null;
}

const closedDoors = together<string, Date>(
  (actorId) => actorId,
  async (db, ids) => {
    const rows = await db
      .selectFrom('person')
      .select(['actor_id', 'door_closed_until'])
      .where(isAnyOf('actor_id', ids))
      .where('door_closed_until', 'is not', null)
      .execute();
    return new Map(rows.map((row) => [row.actor_id, row.door_closed_until as Date]));
  },
);

export async function updatePerson(
  db: Db,
  actorId: string,
  change: Updateable<Tables['person']>,
): Promise<void> {
  await db.updateTable('person').set(change).where('actor_id', '=', actorId).execute();
}

export async function countAdmins(db: Db): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('role', '=', 'admin')
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Until the transaction ends, nothing else that locks this person goes on. */
export async function lockPerson(db: Db, actorId: string): Promise<void> {
  await db.selectFrom('person').select('actor_id').where('actor_id', '=', actorId).forUpdate().execute();
}

/** Whether nobody else could run this node if this person left. Until the transaction ends nobody stops being one of them. */
export async function isLastAdmin(db: Db, actorId: string): Promise<boolean> {
  const admins = await db
    .selectFrom('person')
    .select('actor_id')
    .where('role', '=', 'admin')
    .where('state', 'not in', [...NOT_ACTING])
    .orderBy('actor_id')
    .forUpdate()
    .execute();
  return admins.length > 0 && admins.every((row) => row.actor_id === actorId);
}

/** Does somebody else here moderate? */
export async function othersModerate(db: Db, actorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('actor_id')
    .where('role', 'in', [...MODERATING])
    .where('state', 'not in', [...NOT_ACTING])
    .where('actor_id', '!=', actorId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everybody who moderates here now. */
export async function moderatorIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('actor_id')
    .where('role', 'in', [...MODERATING])
    .where('state', 'not in', [...NOT_ACTING])
    .orderBy('actor_id')
    .execute();
  return rows.map((row) => row.actor_id);
}

/** People of this node, by name, for suggestions and lists. */
export async function listPeople(db: Db, limit: number): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .innerJoin('actor', 'actor.id', 'person.actor_id')
    .selectAll('person')
    .where('person.state', 'in', ['active', 'resting'])
    .orderBy('actor.name')
    .limit(limit)
    .execute();
  const actors =
    rows.length === 0
      ? []
      : await db
          .selectFrom('actor')
          .selectAll()
          .where(
            'id',
            'in',
            rows.map((row) => row.actor_id),
          )
          .execute();
  const byId = new Map(actors.map((row) => [row.id, toActor(row)]));
  return rows.flatMap((row) => {
    const actor = byId.get(row.actor_id);
    return actor ? [toPerson(row, actor)] : [];
  });
}
