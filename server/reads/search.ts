import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import { mayRead, type Viewer } from '../domain/audience.ts';
import type { Audience } from '../domain/vocabulary.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

export interface Found {
  works: WorkCard[];
  /** the page after this one, null on the last */
  more: number | null;
  /** on the first page only */
  people: Actor[];
}

const PAGE = 20;
const PEOPLE = 20;
/** of all that fit, so many of the newest are put in order: more is no answer to anything */
const RANKED = 500;

/** Languages that have stems: what stands in works of theirs is compared as stems too (migrations/0006-finding.ts). */
const STEMMED = 'ar ca da de el en es eu fi fr ga hi hu hy id it lt nb ne nl nn no pt ro ru sr sv ta tr yi';

/**
 * Works and people by their words: what this viewer may read of ours, and for members what others wrote and let be
 * searched (FEP-5feb, FEP-268d). Nothing is kept of what was asked.
 * @param q at most 200 characters count
 * @param page from 1
 */
export async function search(db: Db, viewer: Viewer, q: string, page = 1): Promise<Found> {
  const words = q.slice(0, 200);
  const [works, people] = await Promise.all([
    worksWith(db, viewer, words, page),
    page === 1 ? peopleCalled(db, viewer, words) : [],
  ]);
  return { ...works, people };
}

async function worksWith(db: Db, viewer: Viewer, q: string, page: number): Promise<Omit<Found, 'people'>> {
  const me = viewer.kind === 'member' ? viewer.actorId : null;
  const ranked = await sql<{
    id: string;
    audience: Audience;
    state: string;
    authorIds: string[];
    suspended: boolean;
  }>`
    with asked (query, langs) as materialized (
      select search_terms(${q}), null::text[]
      union all
      select plainto_tsquery(search_config(lang), ${q}) as query, array_agg(lang)
      from unnest(string_to_array(${STEMMED}, ' ')) lang group by query
    ), fitting as materialized (
      select work.id from (
        select id, author_id, lang, published_at, words from work
        where words @@ (select string_agg('(' || query::text || ')', ' | ')::tsquery from asked where numnode(query) > 0)
          and ${mayBeFound(me)}
        order by published_at desc offset 0
      ) work
      -- the words of a work are large: only those of the newest are looked at
      where exists (select from asked where work.words @@ query and ${IS_ASKED})
        and (select state from actor where id = work.author_id) not in ('suspended', 'gone')
      order by work.published_at desc limit ${RANKED}
    )
    select work.id, work.audience, work.state, false as suspended,
      array(select work.author_id::text union select actor_id::text from work_author
        where work_id = work.id and confirmed_at is not null) as "authorIds"
    from fitting join work on work.id = fitting.id
    order by (select max(ts_rank('{0.05,0.2,0.5,1}', work.words, query)) from asked where ${IS_ASKED}) desc,
      work.published_at desc
    limit ${PAGE + 1} offset ${(page - 1) * PAGE}`.execute(db);
  const ids = ranked.rows
    .slice(0, PAGE)
    .filter((row) => mayRead(viewer, row))
    .map(({ id }) => id);
  if (ids.length === 0) return { works: [], more: null };
  const cards = await toCards(db, await cardQuery(db).where('id', 'in', ids).execute());
  const byId = new Map(cards.map((card) => [card.id, card]));
  return {
    works: ids.flatMap((id) => byId.get(id) ?? []),
    more: ranked.rows.length > PAGE ? page + 1 : null,
  };
}

/** A question is asked of works of its languages, the one without any of all. */
const IS_ASKED = sql<boolean>`(langs is null or split_part(lower(work.lang), '-', 1) = any(langs))`;

/** The question of `mayRead` as the database can ask it, and the consent of those who write elsewhere. */
function mayBeFound(me: string | null) {
  if (me === null) return sql<boolean>`work.host is null and work.audience = 'everyone'`;
  return sql<boolean>`(
    (work.host is null and (work.audience in ('district', 'everyone') or work.author_id = ${me}
      or exists (select from work_author where work_id = work.id and actor_id = ${me} and confirmed_at is not null)))
    or (work.host is not null and coalesce(work.searchable,
      (select indexable from actor where id = work.author_id)))
  ) and not exists (select from block where blocker_id = ${me} and blocked_id = work.author_id)`;
}

/**
 * Ours who wish to be found; for members also those elsewhere who do, and whom they follow. Whoever is called exactly
 * that comes first, then ours.
 */
async function peopleCalled(db: Db, viewer: Viewer, q: string): Promise<Actor[]> {
  const me = viewer.kind === 'member' ? viewer.actorId : null;
  const found = await sql<{ id: string }>`
    select id from actor
    where name_words @@ search_terms(${q}) and kind in ('person', 'group', 'service')
      and state not in ('suspended', 'gone') and (${
        me === null
          ? sql`host is null and discoverable`
          : sql`discoverable or id = ${me} or exists (select from follow where follower_id = ${me} and followed_id = actor.id)`
      })
    order by lower(handle) = lower(${q}) desc, host is null desc, name, id
    limit ${PEOPLE}`.execute(db);
  const actors = await actorsByIds(
    db,
    found.rows.map(({ id }) => id),
  );
  return found.rows.flatMap(({ id }) => actors.get(id) ?? []);
}
