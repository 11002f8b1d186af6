import { sql } from 'kysely';
import type { Db } from './db.ts';
import { isAnyOf, together } from './together.ts';

export type Relation = 'tried' | 'built-on' | 'replicated' | 'answered';

/** That one thing came from another. */
export interface Edge {
  childUri: string;
  parentUri: string;
  relation: Relation;
  /** the child's own host has said so; else only the host of something below has */
  confirmed: boolean;
  /** when the child was told */
  toldAt: Date;
}

/** Whether the child has its place there: the author of the parent decides it. */
export type PlaceState = 'shown' | 'held' | 'hidden';

/** Times on the wire have no fraction: without it every node has the same order. */
const SECONDS = sql`date_trunc('second', told_at)`;

/** What a child's own host says of where it came from. */
interface Statement {
  uri: string;
  /** when the child was told */
  toldAt: Date;
  /** `state`: whether it may have its place there, when it is new; shown unless it is said */
  parents: readonly { uri: string; relation: Relation; state?: PlaceState }[];
}

/**
 * Keeps what a child's own host says of where it came from, in place of what was kept before: its edges are these. What
 * was decided about a place before stays decided.
 */
export async function stateParents(db: Db, statement: Statement): Promise<void> {
  await stateAll(db, statement);
}

const stateAll = together<Statement, never>(
  ({ uri }) => uri,
  async (db, statements) => {
    const edges = statements.flatMap(({ uri: child, toldAt, parents }) =>
      parents
        .filter(({ uri }) => uri !== child)
        .map(({ uri, relation, state = 'shown' }) => ({ child, uri, relation, state, toldAt })),
    );
    const stated = sql`
      unnest(${edges.map(({ child }) => child)}::text[], ${edges.map(({ uri }) => uri)}::text[],
        ${edges.map(({ relation }) => relation)}::text[], ${edges.map(({ state }) => state)}::text[],
        ${edges.map(({ toldAt }) => toldAt)}::timestamptz[])
      as stated (child, parent, relation, state, told_at)`;
    await sql`
      with gone as (
        delete from lineage_edge where ${isAnyOf(
          'child_uri',
          statements.map(({ uri }) => uri),
        )} and not exists (select from ${stated} where child = child_uri and parent = parent_uri))
      insert into lineage_edge (child_uri, parent_uri, relation, confirmed, state, told_at)
      select child, parent, relation, true, state, ${SECONDS} from ${stated}
      on conflict (child_uri, parent_uri)
        do update set relation = excluded.relation, confirmed = true, told_at = excluded.told_at`.execute(db);
    return new Map<string, never>();
  },
);

/**
 * Keeps what the host of something below says of its ancestors that are not held here: shown as unconfirmed until
 * their own hosts have said it (`stateParents`).
 * @param toldAt when the thing below was told
 */
export async function supposeParents(
  db: Db,
  edges: readonly { childUri: string; parentUri: string }[],
  toldAt: Date,
): Promise<void> {
  if (edges.length === 0) return;
  await sql`
    insert into lineage_edge (child_uri, parent_uri, relation, confirmed, told_at)
    select child, parent, 'tried', false, date_trunc('second', ${toldAt}::timestamptz)
    from unnest(${edges.map((edge) => edge.childUri)}::text[], ${edges.map((edge) => edge.parentUri)}::text[]) as supposed (child, parent)
    where not exists (select from work where uri = child)
      and not exists (select from adaptation where uri = child)
      and not exists (select from reply where uri = child)
      and not exists (select from lineage_edge where child_uri = child and confirmed)
    on conflict (child_uri, parent_uri)
      do update set told_at = least(lineage_edge.told_at, excluded.told_at) where not lineage_edge.confirmed`.execute(
    db,
  );
}

/** Those of these addresses that are held here, whatever became of them. */
export async function heldUris(db: Db, uris: readonly string[]): Promise<Set<string>> {
  const found = await sql<{ uri: string }>`
    select uri from work where ${isAnyOf('uri', uris)} union all
    select uri from adaptation where ${isAnyOf('uri', uris)} union all
    select uri from reply where ${isAnyOf('uri', uris)} union all
    select uri from tombstone where ${isAnyOf('uri', uris)}`.execute(db);
  return new Set(found.rows.map(({ uri }) => uri));
}

/** What of ours that others may see came from something: so many, the newest first. */
export async function ownDescendants(
  db: Db,
  uri: string,
  most: number,
): Promise<{ kind: 'work' | 'try'; id: string; version: number }[]> {
  const found = await sql<{ kind: 'work' | 'try'; id: string; version: number }>`
    select 'work' as kind, id, version from work
    where host is null and state = 'published' and audience = 'everyone' and lineage @> array[${uri}]::text[]
    union all
    select 'try', id, version from adaptation
    where host is null and state = 'published' and audience = 'everyone' and lineage @> array[${uri}]::text[]
    order by id desc limit ${most}`.execute(db);
  return found.rows;
}

/** Did anything of ours that others may see come from this? */
export async function hasOwnDescendants(db: Db, uri: string): Promise<boolean> {
  return (await descended(db, uri)) ?? false;
}

const descended = together<string, boolean>(
  (uri) => uri,
  async (db, uris) => {
    const found = await sql<{ uri: string }>`
      select uri from unnest(${uris}::text[]) as asked (uri) where
        exists (select from work where host is null and state = 'published' and audience = 'everyone'
          and lineage @> array[asked.uri])
        or exists (select from adaptation where host is null and state = 'published' and audience = 'everyone'
          and lineage @> array[asked.uri])`.execute(db);
    return new Map(found.rows.map(({ uri }) => [uri, true]));
  },
);

/** These came from nothing any more: replies that counted as tries and are shown no longer. */
export async function forgetParents(db: Db, childUris: readonly string[]): Promise<void> {
  if (childUris.length > 0)
    await db.deleteFrom('lineage_edge').where(isAnyOf('child_uri', childUris)).execute();
}

/** Whose tries come first: those about what this reader teaches. */
export interface Likeness {
  subjects: readonly string[];
  ageMin: number | null;
  ageMax: number | null;
}

/**
 * What came from any of these, in the order in which it was told.
 * @param like puts first what was tried in a class like this one
 */
export async function childEdges(
  db: Db,
  parentUris: readonly string[],
  { offset = 0, limit, like }: { offset?: number; limit: number; like?: Likeness },
): Promise<Edge[]> {
  if (parentUris.length === 0) return [];
  const rows = await db
    .selectFrom('lineage_edge')
    .select(['lineage_edge.child_uri', 'parent_uri', 'relation', 'confirmed', 'told_at'])
    .where(isAnyOf('parent_uri', parentUris))
    .where('lineage_edge.state', '=', 'shown')
    .$if(like !== undefined, (query) =>
      query
        .leftJoin('adaptation', 'adaptation.uri', 'lineage_edge.child_uri')
        .orderBy(likeness(like as Likeness), 'desc'),
    )
    .orderBy('told_at')
    .orderBy('lineage_edge.child_uri')
    .orderBy('parent_uri')
    .offset(offset)
    .limit(limit)
    .execute();
  return rows.map(toEdge);
}

/** How many of "the subject" and "the ages" a try shares with a reader: 0 to 2. */
function likeness({ subjects, ageMin, ageMax }: Likeness) {
  return sql`(coalesce(adaptation.subjects && ${[...subjects]}::text[], false))::int
    + (coalesce(adaptation.age_min <= ${ageMax}::int and adaptation.age_max >= ${ageMin}::int, false))::int`;
}

/** Gives a thing its place under another, or takes it away. */
export async function setPlace(
  db: Db,
  childUri: string,
  parentUri: string,
  state: PlaceState,
): Promise<void> {
  await db
    .updateTable('lineage_edge')
    .set({ state })
    .where('child_uri', '=', childUri)
    .where('parent_uri', '=', parentUri)
    .execute();
}

/** Whether a thing has its place under another; null: it does not come from there. */
export async function placeOfEdge(db: Db, childUri: string, parentUri: string): Promise<PlaceState | null> {
  const row = await db
    .selectFrom('lineage_edge')
    .select('state')
    .where('child_uri', '=', childUri)
    .where('parent_uri', '=', parentUri)
    .executeTakeFirst();
  return (row?.state as PlaceState | undefined) ?? null;
}

/** What has no place under a thing, the oldest first. @param limit how many at most */
export async function withoutPlace(
  db: Db,
  parentUri: string,
  states: readonly Exclude<PlaceState, 'shown'>[],
  limit: number,
): Promise<{ childUri: string; state: PlaceState }[]> {
  const rows = await db
    .selectFrom('lineage_edge')
    .select(['child_uri as childUri', 'state'])
    .where('parent_uri', '=', parentUri)
    .where('state', 'in', states)
    .orderBy('told_at')
    .orderBy('child_uri')
    .limit(limit)
    .execute();
  return rows.map(({ childUri, state }) => ({ childUri, state: state as PlaceState }));
}

/** How many tries, and works built on others, came from a host since a moment. */
export async function toldFromHost(db: Db, host: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from adaptation where host = ${host} and created_at > ${since})
      + (select count(*) from work where host = ${host} and created_at > ${since} and built_on <> '[]'))::int as count`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** How many tries and works somebody told since a moment of what one author shared. */
export async function toldOf(db: Db, byId: string, authorId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with told as (
      select uri from adaptation where author_id = ${byId} and created_at > ${since}
      union all select uri from work where author_id = ${byId} and state = 'published' and created_at > ${since})
    select count(*)::int as count from told join lineage_edge on child_uri = told.uri
    where exists (select from work where uri = parent_uri and author_id = ${authorId})
      or exists (select from adaptation where uri = parent_uri and author_id = ${authorId})`.execute(db);
  return rows[0]?.count ?? 0;
}

/** A try, by `uri` and `of_uri` of a table or alias, that has its place under what was tried. */
export const hasPlace = (table: string) =>
  sql<boolean>`not exists (select from lineage_edge e where e.child_uri = ${sql.ref(`${table}.uri`)}
    and e.parent_uri = ${sql.ref(`${table}.of_uri`)} and e.state <> 'shown')`;

/** What these came from, as far as anybody has said. */
export async function parentEdges(db: Db, childUris: readonly string[]): Promise<Edge[]> {
  if (childUris.length === 0) return [];
  const rows = await db
    .selectFrom('lineage_edge')
    .select(['child_uri', 'parent_uri', 'relation', 'confirmed', 'told_at'])
    .where(isAnyOf('child_uri', childUris))
    .where('state', '=', 'shown')
    .orderBy('told_at')
    .orderBy('parent_uri')
    .execute();
  return rows.map(toEdge);
}

const toEdge = (row: {
  child_uri: string;
  parent_uri: string;
  relation: string;
  confirmed: boolean;
  told_at: Date;
}): Edge => ({
  childUri: row.child_uri,
  parentUri: row.parent_uri,
  relation: row.relation as Relation,
  confirmed: row.confirmed,
  toldAt: row.told_at,
});
