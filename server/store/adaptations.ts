import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Adaptation } from '../domain/adaptation.ts';
import type { EvidenceTable } from '../domain/evidence-table.ts';
import type { Audience, Verdict } from '../domain/vocabulary.ts';
import type { Db } from './db.ts';
import type { AdaptationTable } from './schema.ts';
import type { WireThreadColumns } from './schema-threads.ts';
import { isAnyOf, together } from './together.ts';

export function toAdaptation(
  row: Omit<Selectable<AdaptationTable>, 'raw' | keyof WireThreadColumns>,
): Adaptation {
  return {
    id: row.id,
    uri: row.uri,
    url: row.url,
    host: row.host,
    authorId: row.author_id,
    ofUri: row.of_uri,
    ofTitle: row.of_title,
    context: row.context,
    changed: row.changed,
    kept: row.kept,
    happened: row.happened,
    verdict: row.verdict as Verdict | null,
    tip: row.tip,
    evidence: row.evidence as EvidenceTable[],
    lang: row.lang,
    gistOther: row.gist_other,
    subjects: row.subjects,
    ageMin: row.age_min,
    ageMax: row.age_max,
    audience: row.audience as Audience,
    lineage: row.lineage,
    html: row.html,
    state: row.state as Adaptation['state'],
    version: row.version,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    fetchedAt: row.fetched_at,
    repliesPausedAt: row.replies_paused_at,
  };
}

/** Everything of a try but the raw JSON as received. */
const COLUMNS = [
  'id',
  'uri',
  'url',
  'host',
  'author_id',
  'of_uri',
  'of_title',
  'context',
  'changed',
  'kept',
  'happened',
  'verdict',
  'tip',
  'evidence',
  'lang',
  'gist_other',
  'subjects',
  'age_min',
  'age_max',
  'audience',
  'lineage',
  'html',
  'state',
  'version',
  'created_at',
  'published_at',
  'updated_at',
  'fetched_at',
  'replies_paused_at',
] as const satisfies readonly (keyof AdaptationTable)[];

export async function adaptationById(db: Db, id: string): Promise<Adaptation | null> {
  const row = await db.selectFrom('adaptation').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? toAdaptation(row) : null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockAdaptation(db: Db, id: string): Promise<Adaptation | null> {
  const row = await db
    .selectFrom('adaptation')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? toAdaptation(row) : null;
}

export async function adaptationByUri(db: Db, uri: string): Promise<Adaptation | null> {
  return (await adaptationsByUri(db, uri)) ?? null;
}

/** Those of these addresses that are tries, in no order. */
export async function adaptationsByUris(db: Db, uris: readonly string[]): Promise<Adaptation[]> {
  if (uris.length === 0) return [];
  const rows = await db.selectFrom('adaptation').select(COLUMNS).where(isAnyOf('uri', uris)).execute();
  return rows.map(toAdaptation);
}

const adaptationsByUri = together<string, Adaptation>(
  (uri) => uri,
  async (db, uris) => {
    const rows = await db.selectFrom('adaptation').select(COLUMNS).where(isAnyOf('uri', uris)).execute();
    return new Map(rows.map((row) => [row.uri, toAdaptation(row)]));
  },
);

/** Stores a try. @returns false when its uri is known already */
export async function insertAdaptation(db: Db, row: Insertable<AdaptationTable>): Promise<boolean> {
  const result = await db
    .insertInto('adaptation')
    .values(row)
    .onConflict((conflict) => conflict.column('uri').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function updateAdaptation(
  db: Db,
  id: string,
  change: Updateable<AdaptationTable>,
): Promise<void> {
  await db.updateTable('adaptation').set(change).where('id', '=', id).execute();
}

/** Takes a try back. @returns false when it was taken back already */
export async function withdrawAdaptation(db: Db, id: string): Promise<boolean> {
  const result = await db
    .updateTable('adaptation')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .where('state', 'in', ['published', 'held', 'hidden'])
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
