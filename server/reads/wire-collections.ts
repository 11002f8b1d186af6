import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { hasPlace } from '../store/lineage.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';

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

/** Ids of the public works that the district has boosted, newest first. */
export async function boostedWorks(
  db: Db,
  limit: number,
): Promise<{ uri: string; authorUri: string; at: Date }[]> {
  return db
    .selectFrom('work')
    .innerJoin('actor', 'actor.id', 'work.author_id')
    .select(['work.uri', 'actor.uri as authorUri', 'work.published_at as at'])
    .where('work.host', 'is', null)
    .where('work.state', '=', 'published')
    .where('work.audience', '=', 'everyone')
    .where('actor.state', '!=', 'suspended')
    .orderBy('work.id', 'desc')
    .limit(limit)
    .$narrowType<{ at: Date }>()
    .execute();
}

/** How many works an author's featured collection holds. */
export const FEATURED = 10;

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

/** Ids of the shown public replies and tries under a thing, from anywhere, oldest first. */
export async function publicRepliesOf(db: Db, uri: string, limit: number): Promise<string[]> {
  const [replies, tries] = await Promise.all([
    shownReplies(db, limit).where('in_reply_to', '=', uri).execute(),
    publicTriesRows(db, uri, limit),
  ]);
  return oldestFirst([...replies, ...tries], limit);
}

function oldestFirst(rows: readonly { uri: string; at: Date | null }[], limit: number): string[] {
  return [...rows]
    .sort((a, b) => (a.at?.getTime() ?? 0) - (b.at?.getTime() ?? 0))
    .slice(0, limit)
    .map((row) => row.uri);
}

function shownReplies(db: Db, limit: number) {
  return db
    .selectFrom('reply')
    .innerJoin('actor', 'actor.id', 'reply.author_id')
    .select(['reply.uri', 'reply.published_at as at'])
    .where('reply.state', '=', 'shown')
    .where('actor.state', '!=', 'suspended')
    .orderBy('reply.id')
    .limit(limit);
}

/**
 * Ids of the tries of a thing, from anywhere, oldest first: those told back, and replies that count as one.
 * @returns a page of them, and how many there are in all
 */
export async function publicTriesOf(
  db: Db,
  uri: string,
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<{ items: string[]; total: number }> {
  const { rows } = await sql<{ uri: string; total: number }>`
    select uri, (count(*) over ())::int as total from (
      select uri, author_id, published_at from adaptation
      where of_uri = ${uri} and state = 'published' and audience = 'everyone' and ${hasPlace('adaptation')}
      union all
      select uri, author_id, published_at from reply where root_uri = ${uri} and state = 'shown' and counted_as_try) told
    where ${bySomebodyInGoodStanding('told')} order by published_at, uri offset ${offset} limit ${limit}`.execute(
    db,
  );
  return { items: rows.map((row) => row.uri), total: rows[0]?.total ?? 0 };
}

function publicTriesRows(db: Db, uri: string, limit: number) {
  return triesRows(db, limit).where('of_uri', '=', uri).execute();
}

function triesRows(db: Db, limit: number) {
  return db
    .selectFrom('adaptation')
    .innerJoin('actor', 'actor.id', 'adaptation.author_id')
    .select(['adaptation.uri', 'adaptation.published_at as at'])
    .where('adaptation.state', '=', 'published')
    .where('audience', '=', 'everyone')
    .where('actor.state', '!=', 'suspended')
    .where(hasPlace('adaptation'))
    .orderBy('adaptation.id')
    .limit(limit);
}

/**
 * Ids of every public thing in the thread of a work or try: it, what was tried of it and again of that, and what was
 * said under any of them.
 */
export async function contextOf(db: Db, rootUri: string, limit: number): Promise<string[]> {
  const tries = await triesRows(db, limit)
    .where((eb) => eb.or([eb('of_uri', '=', rootUri), eb(sql`lineage[1]`, '=', rootUri)]))
    .execute();
  const heads = [rootUri, ...tries.map((row) => row.uri)];
  const replies = await shownReplies(db, limit).where('root_uri', 'in', heads).execute();
  return [...heads, ...replies.map((row) => row.uri)].slice(0, limit);
}
