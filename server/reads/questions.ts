import { sql } from 'kysely';
import type { Viewer } from '../domain/audience.ts';
import type { Db } from '../store/db.ts';
import { personById } from '../store/people.ts';
import { toldAt } from './lineage-things.ts';
import { type CardPage, cardPage, cardQuery, toCards, type WorkCard } from './work-cards.ts';

/** Which questions are asked for. */
export interface QuestionFilter {
  /** `all`: those that are closed too */
  show: 'open' | 'answered' | 'all';
  subject: string | null;
  /** years; questions for any of these ages */
  ageMin: number | null;
  ageMax: number | null;
}

/** Questions that this viewer may read, the newest first; those from elsewhere for members only. */
export function questions(db: Db, viewer: Viewer, filter: QuestionFilter, after?: string): Promise<CardPage> {
  const { show, subject, ageMin, ageMax } = filter;
  const found = forViewer(db, viewer)
    .$if(show !== 'all', (query) => query.where('call_state', '=', show))
    .$if(subject !== null, (query) => query.where(sql<boolean>`${subject}::text = any(work.subjects)`))
    .$if(ageMin !== null, (query) => query.where('age_max', '>=', ageMin))
    .$if(ageMax !== null, (query) => query.where('age_min', '<=', ageMax));
  return cardPage(db, found, after);
}

/** The newest open question about what somebody teaches that they have neither asked nor answered. */
export async function questionFor(
  db: Db,
  viewer: Extract<Viewer, { kind: 'member' }>,
): Promise<WorkCard | null> {
  const { actorId } = viewer;
  const me = await personById(db, actorId);
  if (!me || me.subjects.length === 0) return null;
  const rows = await forViewer(db, viewer)
    .where('call_state', '=', 'open')
    .where('author_id', '!=', actorId)
    .where(sql<boolean>`work.subjects && ${me.subjects}::text[]`)
    .$if(me.ageMin !== null, (query) => query.where('age_max', '>=', me.ageMin))
    .$if(me.ageMax !== null, (query) => query.where('age_min', '<=', me.ageMax))
    .where(
      sql<boolean>`not exists (select from reply where root_uri = work.uri and author_id = ${actorId} and state <> 'removed')`,
    )
    .where(
      sql<boolean>`not exists (select from lineage_edge join work mine on mine.uri = child_uri
        where parent_uri = work.uri and mine.author_id = ${actorId} and mine.state = 'published')`,
    )
    .orderBy('published_at', 'desc')
    .limit(1)
    .execute();
  return (await toCards(db, rows))[0] ?? null;
}

function forViewer(db: Db, viewer: Viewer) {
  const published = cardQuery(db).where('kind', '=', 'call').where('state', '=', 'published');
  return viewer.kind === 'member'
    ? published.where('audience', 'in', ['district', 'everyone']).where(notBlockedBy(viewer))
    : published.where('host', 'is', null).where('audience', '=', 'everyone');
}

const notBlockedBy = (viewer: Viewer) =>
  viewer.kind === 'member'
    ? sql<boolean>`not exists (select from block where blocker_id = ${viewer.actorId} and blocked_id = work.author_id)`
    : sql<boolean>`true`;

const ANSWERS = 50;

/** Stories that answer a question, as far as this viewer may read them, the first first. At most 50. */
export async function answeringStories(db: Db, viewer: Viewer, questionUri: string): Promise<WorkCard[]> {
  const rows = await cardQuery(db)
    .innerJoin('lineage_edge', 'child_uri', 'work.uri')
    .where('parent_uri', '=', questionUri)
    .where('lineage_edge.state', '=', 'shown')
    .where('relation', 'in', ['answered', 'built-on'])
    .where('kind', '!=', 'call')
    .where('work.state', '=', 'published')
    .$if(viewer.kind !== 'member', (query) => query.where('host', 'is', null))
    .where(notBlockedBy(viewer))
    .orderBy('told_at')
    .orderBy('work.id')
    .limit(ANSWERS)
    .execute();
  const cards = await toCards(db, rows);
  const told = await toldAt(
    db,
    viewer,
    cards.map(({ uri }) => uri),
  );
  return cards.filter(({ uri }) => typeof told.get(uri) === 'object');
}
