import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { type Readable, readableBy } from '../domain/audience.ts';
import type { Audience, CallState, Licence, WorkKind } from '../domain/vocabulary.ts';
import type { Work } from '../domain/work.ts';
import { actorById } from './actors.ts';
import type { Db } from './db.ts';
import type { WorkTable } from './schema.ts';
import { isAnyOf, together } from './together.ts';

export function toWork(row: Pick<Selectable<WorkTable>, (typeof WORK_COLUMNS)[number]>): Work {
  return {
    id: row.id,
    uri: row.uri,
    url: row.url,
    host: row.host,
    authorId: row.author_id,
    kind: row.kind as WorkKind,
    slug: row.slug,
    title: row.title,
    gist: row.gist,
    lang: row.lang,
    gistOther: row.gist_other,
    sections: row.sections,
    html: row.html,
    subjects: row.subjects,
    focus: row.focus,
    tags: row.tags,
    isced: row.isced,
    ageMin: row.age_min,
    ageMax: row.age_max,
    levelLabel: row.level_label,
    classSize: row.class_size_band,
    whyItMatters: row.why_it_matters,
    madePossibleBy: row.made_possible_by,
    licence: row.licence as Licence,
    audience: row.audience as Audience,
    replyPolicy: row.reply_policy as Work['replyPolicy'],
    quotePolicy: row.quote_policy as Work['quotePolicy'],
    builtOn: row.built_on,
    lineage: row.lineage,
    verdict: row.verdict,
    studentsN: row.students_n,
    duration: row.duration,
    callState: row.call_state as CallState | null,
    evidence: row.evidence,
    state: row.state as Work['state'],
    version: row.version,
    changeNote: row.change_note,
    wordCount: row.word_count,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    scheduledAt: row.scheduled_at,
    retractedAt: row.retracted_at,
    fetchedAt: row.fetched_at,
    repliesPausedAt: row.replies_paused_at,
  };
}

/** Everything of a work but the raw JSON as received. */
export const WORK_COLUMNS = [
  'id',
  'uri',
  'url',
  'host',
  'author_id',
  'kind',
  'slug',
  'title',
  'gist',
  'lang',
  'gist_other',
  'sections',
  'html',
  'subjects',
  'focus',
  'tags',
  'isced',
  'age_min',
  'age_max',
  'level_label',
  'class_size_band',
  'why_it_matters',
  'made_possible_by',
  'licence',
  'audience',
  'reply_policy',
  'group_id',
  'built_on',
  'lineage',
  'verdict',
  'students_n',
  'duration',
  'call_state',
  'evidence',
  'inquiry_id',
  'state',
  'version',
  'change_note',
  'word_count',
  'check_id',
  'quote_policy',
  'created_at',
  'published_at',
  'updated_at',
  'scheduled_at',
  'retracted_at',
  'retracted_reason',
  'fetched_at',
  'replies_paused_at',
] as const satisfies readonly (keyof WorkTable)[];

export async function workById(db: Db, id: string): Promise<Work | null> {
  const row = await db.selectFrom('work').select(WORK_COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toWork(row) : null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockWork(db: Db, id: string): Promise<Work | null> {
  const row = await db
    .selectFrom('work')
    .select(WORK_COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toWork(row) : null;
}

export async function workByUri(db: Db, uri: string): Promise<Work | null> {
  return (await worksByUri(db, uri)) ?? null;
}

const worksByUri = together<string, Work>(
  (uri) => uri,
  async (db, uris) => {
    const rows = await db.selectFrom('work').select(WORK_COLUMNS).where(isAnyOf('uri', uris)).execute();
    return new Map(rows.map((row) => [row.uri, toWork(row)]));
  },
);

export async function workBySlug(db: Db, authorId: string, slug: string): Promise<Work | null> {
  const row = await db
    .selectFrom('work')
    .select(WORK_COLUMNS)
    .where('author_id', '=', authorId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? toWork(row) : null;
}

export async function workByUrl(db: Db, url: string): Promise<Work | null> {
  const row = await db.selectFrom('work').select(WORK_COLUMNS).where('url', '=', url).executeTakeFirst();
  return row ? toWork(row) : null;
}

/** The author and the co-authors who have confirmed. */
export async function authorIdsOf(db: Db, work: Pick<Work, 'id' | 'authorId'>): Promise<string[]> {
  const rows = await db
    .selectFrom('work_author')
    .select('actor_id')
    .where('work_id', '=', work.id)
    .where('confirmed_at', 'is not', null)
    .execute();
  return [...new Set([work.authorId, ...rows.map((row) => row.actor_id)])];
}

/** What the permission question needs. */
export async function readableOf(db: Db, work: Work): Promise<Readable> {
  const [authorIds, author] = await Promise.all([authorIdsOf(db, work), actorById(db, work.authorId)]);
  return { ...readableBy(work, author), authorIds };
}

export async function insertWork(db: Db, row: Insertable<WorkTable>): Promise<void> {
  await db.insertInto('work').values(row).execute();
}

/** @returns false when its author has a work of the same form already: then nothing is written */
export async function insertWorkOnce(db: Db, row: Insertable<WorkTable>): Promise<boolean> {
  const result = await db
    .insertInto('work')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['author_id', 'draft_key']).where('draft_key', 'is not', null).doNothing(),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The work that began in a form. */
export async function workOfForm(db: Db, authorId: string, key: string): Promise<Work | null> {
  const row = await db
    .selectFrom('work')
    .select(WORK_COLUMNS)
    .where('author_id', '=', authorId)
    .where('draft_key', '=', key)
    .executeTakeFirst();
  return row ? toWork(row) : null;
}

export async function updateWork(db: Db, id: string, change: Updateable<WorkTable>): Promise<void> {
  await db.updateTable('work').set(change).where('id', '=', id).execute();
}

/** A slug that no other work of this author has: `slug`, `slug-2`, `slug-3` … */
export async function freeSlug(db: Db, authorId: string, slug: string): Promise<string> {
  const rows = await db
    .selectFrom('work')
    .select('slug')
    .where('author_id', '=', authorId)
    .where('slug', 'is not', null)
    .execute();
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n += 1;
  return `${slug}-${n}`;
}

/** Keeps what a version said, for the history of a published work. */
export async function insertVersion(db: Db, work: Work): Promise<void> {
  const content = {
    title: work.title,
    gist: work.gist,
    sections: work.sections,
    lang: work.lang,
    gistOther: work.gistOther,
  };
  await db
    .insertInto('work_version')
    .values({
      work_id: work.id,
      version: work.version,
      content: JSON.stringify(content),
      change_note: work.changeNote,
    })
    .onConflict((conflict) => conflict.columns(['work_id', 'version']).doNothing())
    .execute();
}

/** The work in which one that was taken back began again, while it is there. */
export async function broughtBackAs(db: Db, id: string): Promise<Work | null> {
  const row = await db.selectFrom('work').select('brought_back_as').where('id', '=', id).executeTakeFirst();
  return row?.brought_back_as ? workById(db, row.brought_back_as) : null;
}

export async function removeDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom('work').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** Drops everything that a work said and keeps its place: nothing of the text stays in the database. */
export async function purgeWork(db: Db, id: string, now: Date): Promise<void> {
  await purgeWorks(db, [id], now);
}

/** The same for many. */
async function purgeWorks(db: Db, ids: readonly string[], now: Date): Promise<void> {
  await db.deleteFrom('work_version').where(isAnyOf('work_id', ids)).execute();
  await db
    .updateTable('work')
    .set({
      state: 'purged',
      title: '',
      gist: '',
      gist_other: '[]',
      sections: '[]',
      html: '',
      tags: [],
      level_label: '',
      why_it_matters: '',
      made_possible_by: '',
      evidence: '[]',
      change_note: '',
      photos_elsewhere: 0,
      raw: null,
      retracted_at: sql<Date>`coalesce(retracted_at, ${now})`,
    })
    .where(isAnyOf('id', ids))
    .execute();
}

/** The draft that somebody began of a thing: the first one, where there are several. @returns its id */
export async function draftBuiltOn(db: Db, authorId: string, uri: string): Promise<string | null> {
  const row = await db
    .selectFrom('work')
    .select('id')
    .where('author_id', '=', authorId)
    .where('state', '=', 'draft')
    .where(sql<boolean>`built_on @> ${JSON.stringify([{ uri }])}::jsonb`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Works from elsewhere that are shown here and were fetched before a time, the longest ago first.
 * @param ofEach how many of one server at most
 */
export async function staleRemoteWorks(db: Db, before: Date, limit: number, ofEach: number): Promise<Work[]> {
  const turns = db
    .selectFrom('work')
    .select('id')
    .select(sql<string>`row_number() over (partition by host order by fetched_at)`.as('turn'))
    .where('host', 'is not', null)
    .where('state', '=', 'published')
    .where('fetched_at', '<', before);
  const rows = await db
    .selectFrom('work')
    .select(WORK_COLUMNS)
    .where('id', 'in', db.selectFrom(turns.as('turns')).select('id').where('turn', '<=', String(ofEach)))
    .orderBy('fetched_at')
    .limit(limit)
    .execute();
  return rows.map(toWork);
}

/** Ids of drafts whose time to go out has come, at most 100. */
export async function dueDrafts(db: Db, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('work')
    .select('id')
    .where('state', '=', 'draft')
    .where('scheduled_at', '<=', now)
    .orderBy('scheduled_at')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** Purges what was taken back before a time. @returns the ids */
export async function purgeRetracted(db: Db, before: Date, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('work')
    .select('id')
    .where('host', 'is', null)
    .where('state', '=', 'retracted')
    .where('retracted_at', '<', before)
    .limit(1_000)
    .execute();
  const ids = rows.map(({ id }) => id);
  await purgeWorks(db, ids, now);
  return ids;
}
