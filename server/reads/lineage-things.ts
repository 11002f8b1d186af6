import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import type { Adaptation } from '../domain/adaptation.ts';
import { mayRead, readableBy, type Viewer } from '../domain/audience.ts';
import type { Reply } from '../domain/reply.ts';
import type { Audience } from '../domain/vocabulary.ts';
import { actorsByIds } from '../store/actors.ts';
import { adaptationsByUris } from '../store/adaptations.ts';
import { blockedAmong } from '../store/blocks.ts';
import type { Db } from '../store/db.ts';
import { repliesByUris } from '../store/replies.ts';
import { isAnyOf } from '../store/together.ts';

/** A work as the way of an idea shows it. */
export interface WorkHead {
  id: string;
  uri: string;
  host: string | null;
  slug: string | null;
  kind: string;
  title: string;
  gist: string;
  lang: string;
  subjects: string[];
  ageMin: number | null;
  ageMax: number | null;
  levelLabel: string;
  words: number;
  publishedAt: Date | null;
  audience: Audience;
  state: string;
  authorId: string;
}

/** What somebody told of an idea: a try, a reply that counts as one, or a work of their own. */
export type Told =
  | { kind: 'try'; adaptation: Adaptation; author: Actor }
  | { kind: 'reply'; reply: Reply; author: Actor }
  | { kind: 'work'; work: WorkHead; author: Actor };

/**
 * What this viewer may see of each of these. `place`: it was there for everybody and is taken back or withheld, or it is
 * not held here; its place may be shown, nothing of its words or its author. Absent: nobody is to know of it.
 * @param ownerId whose page it is: of what those say whom they have blocked only the place is there
 */
export async function toldAt(
  db: Db,
  viewer: Viewer,
  uris: readonly string[],
  ownerId?: string,
): Promise<Map<string, Told | 'place'>> {
  const [tries, replies, works] = await Promise.all([
    adaptationsByUris(db, uris),
    repliesByUris(db, uris),
    worksAt(db, uris),
  ]);
  const authors = await actorsByIds(
    db,
    [...tries, ...replies, ...works].map((thing) => thing.authorId),
  );
  const blocked = ownerId === undefined ? new Set() : await blockedAmong(db, ownerId, [...authors.keys()]);
  const roots = await standingOf(
    db,
    replies.map(({ rootUri }) => rootUri),
  );
  const seen = new Map<string, Told | 'place'>(uris.map((uri) => [uri, 'place']));
  const put = (
    thing: { uri: string; audience: Audience; state: string; authorId: string },
    told: (author: Actor) => Told,
  ) => {
    const author = authors.get(thing.authorId);
    const readable = readableBy(thing, author);
    if (author && !blocked.has(author.id) && mayRead(viewer, readable)) seen.set(thing.uri, told(author));
    else if (!wasPublic(thing)) seen.delete(thing.uri);
  };
  for (const adaptation of tries) put(adaptation, (author) => ({ kind: 'try', adaptation, author }));
  for (const work of works) put(work, (author) => ({ kind: 'work', work, author }));
  for (const reply of replies) {
    const { uri, authorId, rootUri } = reply;
    // whoever reads what it hangs on reads it
    const root = roots.get(rootUri) ?? { audience: 'me', state: 'draft' };
    const counts = reply.state === 'shown' && reply.countedAsTry;
    const state = counts ? root.state : reply.state;
    put({ uri, authorId, state, audience: root.audience }, (author) => ({ kind: 'reply', reply, author }));
  }
  return seen;
}

/** For whom works and tries are, and whether they are shown. */
async function standingOf(
  db: Db,
  uris: readonly string[],
): Promise<Map<string, { audience: Audience; state: string }>> {
  if (uris.length === 0) return new Map();
  const { rows } = await sql<{ uri: string; audience: Audience; state: string }>`
    select uri, audience, state from work where ${isAnyOf('uri', uris)}
    union all select uri, audience, state from adaptation where ${isAnyOf('uri', uris)}`.execute(db);
  return new Map(rows.map(({ uri, ...standing }) => [uri, standing]));
}

const WAS_PUBLIC = new Set(['published', 'withdrawn', 'retracted', 'purged', 'removed']);

/** Was it there for everybody? What waits, or is for some alone, has no place that others see. */
function wasPublic(thing: { audience: Audience; state: string }): boolean {
  return thing.audience === 'everyone' && WAS_PUBLIC.has(thing.state);
}

async function worksAt(db: Db, uris: readonly string[]): Promise<WorkHead[]> {
  const rows = await db
    .selectFrom('work')
    .select(['id', 'uri', 'host', 'slug', 'kind', 'title', 'gist', 'lang', 'subjects', 'state', 'audience'])
    .select(['age_min as ageMin', 'age_max as ageMax', 'level_label as levelLabel', 'author_id as authorId'])
    .select(['word_count as words', 'published_at as publishedAt'])
    .where(isAnyOf('uri', uris))
    .execute();
  return rows.map((row) => ({ ...row, audience: row.audience as Audience }));
}
