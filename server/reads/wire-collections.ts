import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { hasPlace } from '../store/lineage.ts';

/** What the collections of the wire list: ids only, public things only. */

const PAGE = 20;

export interface Page<T> {
  items: T[];
  /** cursor of the next page, null on the last */
  next: string | null;
}

/** Ids of an author's public works and tries, newest first, with the total. `after` is a cursor of a page before. */
export async function outboxOf(
  db: Db,
  actorId: string,
  after: string | null,
): Promise<Page<{ kind: 'work' | 'try'; id: string }>> {
  let works = db
    .selectFrom('work')
    .select('id')
    .where('author_id', '=', actorId)
    .where('host', 'is', null)
    .where('state', '=', 'published')
    .where('audience', '=', 'everyone');
  let tries = db
    .selectFrom('adaptation')
    .select('id')
    .where('author_id', '=', actorId)
    .where('host', 'is', null)
    .where('state', '=', 'published')
    .where('audience', '=', 'everyone');
  if (after) {
    works = works.where('id', '<', after);
    tries = tries.where('id', '<', after);
  }
  const [workRows, tryRows] = await Promise.all([
    works
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
      .execute(),
    tries
      .orderBy('id', 'desc')
      .limit(PAGE + 1)
      .execute(),
  ]);
  const all = [
    ...workRows.map((row) => ({ kind: 'work' as const, id: row.id })),
    ...tryRows.map((row) => ({ kind: 'try' as const, id: row.id })),
  ].sort((a, b) => (a.id < b.id ? 1 : -1));
  const items = all.slice(0, PAGE);
  return { items, next: all.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

export async function outboxTotal(db: Db, actorId: string): Promise<number> {
  const [works, tries] = await Promise.all([
    db
      .selectFrom('work')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('author_id', '=', actorId)
      .where('host', 'is', null)
      .where('state', '=', 'published')
      .where('audience', '=', 'everyone')
      .executeTakeFirst(),
    db
      .selectFrom('adaptation')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('author_id', '=', actorId)
      .where('host', 'is', null)
      .where('state', '=', 'published')
      .where('audience', '=', 'everyone')
      .executeTakeFirst(),
  ]);
  return Number(works?.n ?? 0) + Number(tries?.n ?? 0);
}

/** How many boosts stand on a page of the district's outbox. */
const BOOSTS = 100;

/** The public works that the district has boosted, newest first. `after` is a cursor of a page before. */
export async function boostedWorks(
  db: Db,
  after: string | null,
): Promise<Page<{ id: string; uri: string; authorUri: string; at: Date }>> {
  const all = await boosted(db)
    .select(['work.id', 'work.uri', 'actor.uri as authorUri', 'work.published_at as at'])
    .$if(after !== null, (query) => query.where('work.id', '<', after as string))
    .orderBy('work.id', 'desc')
    .limit(BOOSTS + 1)
    .$narrowType<{ at: Date }>()
    .execute();
  const items = all.slice(0, BOOSTS);
  return { items, next: all.length > BOOSTS ? (items.at(-1)?.id ?? null) : null };
}

export async function boostedTotal(db: Db): Promise<number> {
  const row = await boosted(db)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

function boosted(db: Db) {
  return db
    .selectFrom('work')
    .innerJoin('actor', 'actor.id', 'work.author_id')
    .where('work.host', 'is', null)
    .where('work.state', '=', 'published')
    .where('work.audience', '=', 'everyone')
    .where('actor.state', '!=', 'suspended');
}

/** How many works an author's featured collection holds. */
export const FEATURED = 10;

/** The works that stand first on the profile of one of ours, as other servers were told: those that are public. */
export async function featuredOf(db: Db, actorId: string): Promise<string[]> {
  const { rows } = await sql<{ uri: string }>`
    select work.uri from actor, unnest(actor.featured) with ordinality as told(uri, place)
      join work on work.uri = told.uri
    where actor.id = ${actorId} and work.author_id = actor.id and work.state = 'published' and work.audience = 'everyone'
    order by told.place`.execute(db);
  return rows.map(({ uri }) => uri);
}

/** The best public works of an author, so that a new follower does not see an empty profile: tried ones first. */
export async function featuredWorks(db: Db, actorId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('work')
    .select('work.uri')
    .select(
      sql<number>`(select count(*) from adaptation where of_uri = work.uri and adaptation.state = 'published' and ${hasPlace('adaptation')})
        + (select count(*) from reply where root_uri = work.uri and counted_as_try and reply.state = 'shown')`.as(
        'tries',
      ),
    )
    .where('work.author_id', '=', actorId)
    .where('work.host', 'is', null)
    .where('work.state', '=', 'published')
    .where('work.audience', '=', 'everyone')
    .where('work.kind', '!=', 'call')
    .orderBy('tries', 'desc')
    .orderBy('work.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.uri);
}

/** What an author's public works are about, the most frequent first; of the district, all public works of its people. */
export async function featuredSubjects(db: Db, authorId: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('work')
    .innerJoin('actor', 'actor.id', 'work.author_id')
    .select([sql<string>`unnest(work.subjects)`.as('subject'), (eb) => eb.fn.countAll<string>().as('works')])
    .where('work.host', 'is', null)
    .where('work.state', '=', 'published')
    .where('work.audience', '=', 'everyone')
    .where('actor.state', '!=', 'suspended')
    .$if(authorId !== null, (query) => query.where('work.author_id', '=', authorId as string))
    .groupBy('subject')
    .orderBy('works', 'desc')
    .orderBy('subject')
    .execute();
  return rows.map((row) => row.subject);
}

/** How many follow, or are followed; the members are not shown. */
export async function followCount(db: Db, actorId: string, side: 'followers' | 'following'): Promise<number> {
  const row = await db
    .selectFrom('follow')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where(side === 'followers' ? 'followed_id' : 'follower_id', '=', actorId)
    .where('state', '=', 'accepted')
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Which part of a list, and how long the whole list is. */
export interface Part {
  offset: number;
  limit: number;
}
export interface Listed {
  items: string[];
  total: number;
}

/** Ids of the shown public replies and tries under a thing, from anywhere, oldest first. */
export async function publicRepliesOf(db: Db, uri: string, { offset, limit }: Part): Promise<Listed> {
  const replies = shownReplies(db).where('in_reply_to', '=', uri);
  const tries = triesRows(db).where('of_uri', '=', uri);
  const { rows } = await sql<{ uri: string; total: number }>`
    select uri, (count(*) over ())::int as total from (${replies} union all ${tries}) told
    order by at, uri offset ${offset} limit ${limit}`.execute(db);
  return { items: rows.map((row) => row.uri), total: rows[0]?.total ?? 0 };
}

function shownReplies(db: Db) {
  return db
    .selectFrom('reply')
    .innerJoin('actor', 'actor.id', 'reply.author_id')
    .select(['reply.uri', 'reply.published_at as at', 'reply.id'])
    .where('reply.state', '=', 'shown')
    .where('actor.state', '!=', 'suspended');
}

/** Ids of the tries of a thing, from anywhere, oldest first: those told back, and replies that count as one. */
export async function publicTriesOf(db: Db, uri: string, { offset, limit }: Part): Promise<Listed> {
  const tries = triesRows(db).where('of_uri', '=', uri);
  const counted = shownReplies(db).where('root_uri', '=', uri).where('counted_as_try', '=', true);
  const { rows } = await sql<{ uri: string; total: number }>`
    select uri, (count(*) over ())::int as total from (${tries} union all ${counted}) told
    order by at, uri offset ${offset} limit ${limit}`.execute(db);
  return { items: rows.map((row) => row.uri), total: rows[0]?.total ?? 0 };
}

function triesRows(db: Db) {
  return db
    .selectFrom('adaptation')
    .innerJoin('actor', 'actor.id', 'adaptation.author_id')
    .select(['adaptation.uri', 'adaptation.published_at as at', 'adaptation.id'])
    .where('adaptation.state', '=', 'published')
    .where('audience', '=', 'everyone')
    .where('actor.state', '!=', 'suspended')
    .where(hasPlace('adaptation'));
}

/**
 * Ids of every public thing in the thread of a work or try: it, what was tried of it and again of that, and what was
 * said under any of them.
 */
export async function contextOf(db: Db, rootUri: string, { offset, limit }: Part): Promise<Listed> {
  const tries = triesRows(db).where((eb) =>
    eb.or([eb('of_uri', '=', rootUri), eb(sql`lineage[1]`, '=', rootUri)]),
  );
  const replies = shownReplies(db).where('root_uri', 'in', sql<string>`(select uri from heads)`);
  const { rows } = await sql<{ uri: string; total: number }>`
    with tries as (${tries}), heads as (select ${rootUri}::text as uri union all select uri from tries)
    select uri, (count(*) over ())::int as total from (
      select ${rootUri}::text as uri, 0 as rank, '' as id
      union all select uri, 1, id from tries
      union all select uri, 2, id from (${replies}) said) told
    order by rank, id offset ${offset} limit ${limit}`.execute(db);
  return { items: rows.map((row) => row.uri), total: rows[0]?.total ?? 0 };
}
