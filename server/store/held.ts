import { sql } from 'kysely';
import { newId } from '../domain/ids.ts';
import type { Db } from './db.ts';
import { forgetParents } from './lineage.ts';
import { isAnyOf, together } from './together.ts';

/** How many of the words that wait under a thread came since a time, and which of them this one is. */
interface Arrival {
  uri: string;
  rootUri: string;
  /** whose thread it is */
  ownerId: string;
  since: Date;
}

/**
 * The place of a held reply among those that were held under the same thread since a time, or since its author opened
 * the thread again: 1 for the first. Those that came side by side count one another.
 */
export async function placeAmongHeld(db: Db, arrival: Arrival): Promise<number> {
  return (await placesAmongHeld(db, arrival)) ?? 0;
}

const placesAmongHeld = together<Arrival, number>(
  ({ uri }) => uri,
  async (db, arrivals) => {
    const roots = new Map(arrivals.map((one) => [one.rootUri, one]));
    const found = await sql<{ uri: string; place: number }>`
      with asked as (
        select t.root, greatest(t.since, (
          select (n.data ->> 'openedAt')::timestamptz from notice n
          where n.person_id = t.owner and n.kind = 'busy' and n.object_uri = t.root)) as since
        from unnest(${[...roots.keys()]}::text[], ${[...roots.values()].map(({ ownerId }) => ownerId)}::text[],
          ${[...roots.values()].map(({ since }) => since)}::timestamptz[]) as t(root, owner, since)),
      placed as (
        select r.uri, (row_number() over (partition by r.root order by r.id))::int as place
        from (
          select id, uri, root_uri as root, fetched_at from reply where state in ('held', 'hidden') and host is not null
          union all
          select id, uri, of_uri, fetched_at from adaptation where state in ('held', 'hidden') and host is not null) r
        join asked on asked.root = r.root where r.fetched_at > asked.since)
      select uri, place from placed where ${isAnyOf('uri', [...new Set(arrivals.map(({ uri }) => uri))])}`.execute(
      db,
    );
    return new Map(found.rows.map(({ uri, place }) => [uri, place]));
  },
);

/** A reply or try that there was no room for: nothing of it is kept. */
export async function dropHeld(db: Db, uri: string): Promise<void> {
  await db.deleteFrom('reply').where('uri', '=', uri).where('state', '=', 'held').execute();
  const tries = await db
    .deleteFrom('adaptation')
    .where('uri', '=', uri)
    .where('state', '=', 'held')
    .executeTakeFirst();
  if (tries.numDeletedRows > 0n) await forgetParents(db, [uri]);
}

/** What replies hang on. */
const ROOTS = ['work', 'adaptation'] as const;

/** Takes no more replies of strangers under a work or try of ours. @returns whether it took them until now */
export async function pauseReplies(db: Db, rootUri: string, now: Date): Promise<boolean> {
  const results = await Promise.all(
    ROOTS.map((table) =>
      db
        .updateTable(table)
        .set({ replies_paused_at: now })
        .where('uri', '=', rootUri)
        .where('host', 'is', null)
        .where('replies_paused_at', 'is', null)
        .executeTakeFirst(),
    ),
  );
  return results.some(({ numUpdatedRows }) => numUpdatedRows > 0n);
}

/** Takes them again, and counts anew from now on. */
export async function resumeReplies(
  db: Db,
  root: { uri: string; authorId: string },
  now: Date,
): Promise<void> {
  for (const table of ROOTS)
    await db.updateTable(table).set({ replies_paused_at: null }).where('uri', '=', root.uri).execute();
  await db
    .updateTable('notice')
    .set({ data: JSON.stringify({ openedAt: now.toISOString() }), read_at: now })
    .where('person_id', '=', root.authorId)
    .where('kind', '=', 'busy')
    .where('object_uri', '=', root.uri)
    .execute();
}

/** The report by which an author asked the moderators to look after what waits under a work or try; null: none is open. */
export async function handOverOf(db: Db, rootUri: string): Promise<{ id: string } | null> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('state', '=', 'open')
    .where('reason', '=', 'busy')
    .where('about_uris', '@>', sql<string[]>`array[${rootUri}]::text[]`)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Tells the author what a moderator decided about what waits under a work: one notice for each time it was handed over. */
export async function tellOfDecision(
  db: Db,
  about: { personId: string; workUri: string; reportId: string },
  decision: 'show' | 'hide',
  now: Date,
): Promise<void> {
  const shown = decision === 'show' ? 1 : 0;
  await sql`
    insert into notice (id, person_id, kind, about_uri, object_uri, data, created_at)
    values (${newId()}, ${about.personId}, 'looked-after', ${about.workUri}, ${about.reportId},
      jsonb_build_object('shown', ${shown}::int, 'hidden', ${1 - shown}::int), ${now})
    on conflict (person_id, kind, object_uri) do update set
      id = excluded.id, created_at = excluded.created_at, read_at = null, data = jsonb_build_object(
        'shown', (notice.data ->> 'shown')::int + ${shown}, 'hidden', (notice.data ->> 'hidden')::int + ${1 - shown})`.execute(
    db,
  );
}
