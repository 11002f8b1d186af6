import { sql } from 'kysely';
import type { Db } from './db.ts';
import { together } from './together.ts';

export interface Follow {
  followerId: string;
  followedId: string;
  /** id of the Follow activity */
  uri: string;
  state: 'requested' | 'accepted' | 'rejected';
}

const COLUMNS = ['follower_id as followerId', 'followed_id as followedId', 'uri', 'state'] as const;

export async function followBetween(db: Db, followerId: string, followedId: string): Promise<Follow | null> {
  return (await followsBetween(db, { followerId, followedId })) ?? null;
}

const followsBetween = together<Pick<Follow, 'followerId' | 'followedId'>, Follow>(
  ({ followerId, followedId }) => `${followerId} ${followedId}`,
  async (db, pairs) => {
    const found = await sql<Follow>`
      select follower_id as "followerId", followed_id as "followedId", uri, state from follow
      where (follower_id, followed_id) in (
        select * from unnest(${pairs.map((pair) => pair.followerId)}::text[], ${pairs.map((pair) => pair.followedId)}::text[]))`.execute(
      db,
    );
    return new Map(found.rows.map((follow) => [`${follow.followerId} ${follow.followedId}`, follow]));
  },
);

export async function followByUri(db: Db, uri: string): Promise<Follow | null> {
  const row = await db.selectFrom('follow').select(COLUMNS).where('uri', '=', uri).executeTakeFirst();
  return (row as Follow | undefined) ?? null;
}

/** Stores a follow; asking again replaces the activity's id and never takes an acceptance back. */
export async function saveFollow(db: Db, follow: Follow, now: Date): Promise<void> {
  await db
    .insertInto('follow')
    .values({
      follower_id: follow.followerId,
      followed_id: follow.followedId,
      uri: follow.uri,
      state: follow.state,
      created_at: now,
      accepted_at: follow.state === 'accepted' ? now : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['follower_id', 'followed_id']).doUpdateSet({
        uri: follow.uri,
        state: sql<string>`case when follow.state = 'accepted' then 'accepted' else excluded.state end`,
        accepted_at: sql<Date | null>`coalesce(follow.accepted_at, excluded.accepted_at)`,
      }),
    )
    .execute();
}

export async function setFollowState(
  db: Db,
  followerId: string,
  followedId: string,
  state: Follow['state'],
  now: Date,
): Promise<void> {
  await db
    .updateTable('follow')
    .set({ state, accepted_at: state === 'accepted' ? now : null })
    .where('follower_id', '=', followerId)
    .where('followed_id', '=', followedId)
    .execute();
}

export async function removeFollow(db: Db, followerId: string, followedId: string): Promise<boolean> {
  const result = await db
    .deleteFrom('follow')
    .where('follower_id', '=', followerId)
    .where('followed_id', '=', followedId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** The inboxes of an actor's followers elsewhere, shared ones merged; not of those whom their own server has suspended. */
export async function followerInboxes(
  db: Db,
  actorIds: readonly string[],
): Promise<{ inbox: string; host: string }[]> {
  const result = await sql<{ inbox: string; host: string }>`
    select distinct coalesce(a.shared_inbox, a.inbox) as inbox, a.host as host
    from follow f join actor a on a.id = f.follower_id
    where f.followed_id = any(${[...actorIds]}::text[]) and f.state = 'accepted' and a.host is not null and a.inbox is not null and a.state not in ('gone', 'suspended')`.execute(
    db,
  );
  return result.rows;
}

/** Is anybody here following this actor? */
export async function isFollowedHere(db: Db, actorId: string): Promise<boolean> {
  return (await followedHere(db, actorId)) ?? false;
}

const followedHere = together<string, true>(
  (actorId) => actorId,
  async (db, actorIds) => {
    const found = await sql<{ id: string }>`
      select id from unnest(${actorIds}::text[]) as followed(id)
      where exists (
        select from follow join actor on actor.id = follow.follower_id
        where followed_id = followed.id and follow.state = 'accepted' and actor.host is null)`.execute(db);
    return new Map(found.rows.map(({ id }) => [id, true]));
  },
);

/** Who of ours follows them. */
export async function localFollowerIds(db: Db, followedId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('follow')
    .innerJoin('actor', 'actor.id', 'follow.follower_id')
    .select('follow.follower_id as id')
    .where('followed_id', '=', followedId)
    .where('follow.state', 'in', ['accepted', 'requested'])
    .where('actor.host', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}
