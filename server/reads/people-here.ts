import type { Actor, Person } from '../domain/actor.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { listPeople } from '../store/people.ts';

export type FollowState = 'none' | 'requested' | 'accepted';

export interface PeopleHere {
  /** colleagues of this district who chose to be found, by name */
  here: { person: Person; follow: FollowState | null }[];
  /** people elsewhere whom the viewer follows or has asked to */
  elsewhere: { actor: Actor; follow: FollowState }[];
}

const MOST = 500;

/** The people page of a member. */
export async function peopleHere(db: Db, viewerId: string): Promise<PeopleHere> {
  const [people, follows] = await Promise.all([
    listPeople(db, MOST),
    db
      .selectFrom('follow')
      .select(['followed_id', 'state'])
      .where('follower_id', '=', viewerId)
      .limit(MOST)
      .execute(),
  ]);
  const states = new Map(follows.map((row) => [row.followed_id, stateOf(row.state)]));
  const actors = await actorsByIds(
    db,
    follows.map((row) => row.followed_id),
  );
  return {
    here: people
      .filter(({ actor }) => actor.discoverable || actor.id === viewerId)
      .map((person) => ({
        person,
        follow: person.actor.id === viewerId ? null : (states.get(person.actor.id) ?? 'none'),
      })),
    elsewhere: [...actors.values()]
      .filter((actor) => actor.host !== null && actor.state !== 'suspended' && actor.state !== 'gone')
      .map((actor) => ({ actor, follow: states.get(actor.id) ?? 'none' }))
      .sort((a, b) => (a.actor.name || a.actor.handle).localeCompare(b.actor.name || b.actor.handle)),
  };
}

function stateOf(state: string): FollowState {
  return state === 'accepted' || state === 'requested' ? state : 'none';
}
