import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import { isId } from '../domain/ids.ts';
import type { CallState, WorkKind } from '../domain/vocabulary.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';
import { tryCounts } from './try-counts.ts';

/** A work in a list: two lines and who wrote it. */
export interface WorkCard {
  id: string;
  uri: string;
  url: string | null;
  slug: string | null;
  title: string;
  gist: string;
  lang: string;
  gistOther: { lang: string; text: string }[];
  kind: WorkKind;
  /** of a question: how it stands */
  callState: CallState | null;
  audience: string;
  state: string;
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
  levelLabel: string;
  wordCount: number;
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** when a draft goes out by itself */
  scheduledAt: Date | null;
  author: Actor;
  /** tries known here that anybody may see */
  tries: number;
}

const COLUMNS = [
  'id',
  'uri',
  'url',
  'slug',
  'title',
  'gist',
  'lang',
  'gist_other',
  'kind',
  'call_state',
  'audience',
  'work.state',
  'subjects',
  'age_min',
  'age_max',
  'level_label',
  'word_count',
  'published_at',
  'updated_at',
  'scheduled_at',
  'author_id',
] as const;

/**
 * Works for lists, without those of people who are suspended, and without short posts from elsewhere that somebody here
 * tried or built on: they have no gist.
 */
export function cardQuery(db: Db) {
  return db
    .selectFrom('work')
    .select(COLUMNS)
    .where(bySomebodyInGoodStanding('work'))
    .where(sql<boolean>`not (work.kind = 'article' and work.gist = '')`);
}

type CardQuery = ReturnType<typeof cardQuery>;
type CardRow = Awaited<ReturnType<CardQuery['execute']>>[number];

export interface CardPage {
  works: WorkCard[];
  /** id of the last work shown when there are more, for `?after=` */
  more: string | null;
}

const PAGE = 20;

/**
 * What a query for published works gives, the latest first, a page at a time.
 * @param after id of the last work of the page before; anything that is no id is the first page
 */
export async function cardPage(db: Db, query: CardQuery, after = '', limit = PAGE): Promise<CardPage> {
  const rest = isId(after)
    ? query.where(
        sql<boolean>`(work.published_at, work.id) < (select last.published_at, last.id from work last where last.id = ${after})`,
      )
    : query;
  const rows = await rest
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return { works: await toCards(db, shown), more: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

/** Turns rows of `cardQuery` into cards: two queries more, however many rows. */
export async function toCards(db: Db, rows: readonly CardRow[]): Promise<WorkCard[]> {
  if (rows.length === 0) return [];
  const [authors, tries] = await Promise.all([
    actorsByIds(
      db,
      rows.map((row) => row.author_id),
    ),
    tryCounts(
      db,
      rows.map((row) => row.uri),
    ),
  ]);
  return rows.flatMap((row) => {
    const author = authors.get(row.author_id);
    if (!author || author.state === 'suspended') return [];
    return [
      {
        id: row.id,
        uri: row.uri,
        url: row.url,
        slug: row.slug,
        title: row.title,
        gist: row.gist,
        lang: row.lang,
        gistOther: row.gist_other,
        kind: row.kind as WorkKind,
        callState: row.call_state as CallState | null,
        audience: row.audience,
        state: row.state,
        subjects: row.subjects,
        ageMin: row.age_min,
        ageMax: row.age_max,
        levelLabel: row.level_label,
        wordCount: row.word_count,
        publishedAt: row.published_at,
        updatedAt: row.updated_at,
        scheduledAt: row.scheduled_at,
        author,
        tries: tries.get(row.uri) ?? 0,
      },
    ];
  });
}
