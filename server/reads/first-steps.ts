import { sql } from 'kysely';
import type { Person } from '../domain/actor.ts';
import type { Db } from '../store/db.ts';
import { listPeople, personById } from '../store/people.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

/** What somebody new can do: colleagues to follow, a story to read. */
export interface FirstSteps {
  colleagues: Person[];
  /** null when they have done something with one already, or after a week: nobody is watched while reading */
  story: WorkCard | null;
}

const COLLEAGUES = 5;
const WEEK = 7 * 86_400_000;

/** Suggestions for a member whose home is still empty: the same subjects first, then by name; nobody followed already. */
export async function firstSteps(db: Db, actorId: string, now: Date): Promise<FirstSteps> {
  const [me, people, followed, rows, haveRead] = await Promise.all([
    personById(db, actorId),
    listPeople(db, 200),
    db.selectFrom('follow').select('followed_id').where('follower_id', '=', actorId).execute(),
    cardQuery(db)
      .where('state', '=', 'published')
      .where('kind', '!=', 'call')
      .where('audience', 'in', ['district', 'everyone'])
      .where('author_id', '!=', actorId)
      .orderBy('published_at', 'desc')
      .limit(30)
      .execute(),
    hasRead(db, actorId, now),
  ]);
  const subjects = new Set(me?.subjects ?? []);
  const near = (other: { subjects: readonly string[] }) =>
    other.subjects.some((subject) => subjects.has(subject)) ? 0 : 1;
  const known = new Set([actorId, ...followed.map((row) => row.followed_id)]);
  const strangers = people.filter((person) => !known.has(person.actor.id) && person.actor.discoverable);
  const stories = [...rows].sort((a, b) => near(a) - near(b));
  return {
    colleagues: strangers.sort((a, b) => near(a) - near(b)).slice(0, COLLEAGUES),
    story: haveRead ? null : ((await toCards(db, stories.slice(0, 1)))[0] ?? null),
  };
}

/** Whether somebody planned, tried or answered something by somebody else, or joined more than a week ago. */
async function hasRead(db: Db, actorId: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select
    exists (select from planned_try where actor_id = ${actorId})
    or exists (select from adaptation where author_id = ${actorId})
    or exists (select from reply where author_id = ${actorId}
      and not exists (select from work where uri = root_uri and work.author_id = ${actorId}))
    or exists (select from person where actor_id = ${actorId}
      and created_at < ${new Date(now.getTime() - WEEK)}) as done`.execute(db);
  return rows[0]?.done ?? false;
}
