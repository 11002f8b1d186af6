import { sql } from 'kysely';
import type { Actor } from '../domain/actor.ts';
import { type Concern, concernOf, happeningsOf } from '../domain/telling.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import type { Place } from './place-of.ts';

/** Something that somebody did with what this person wrote, or with this person. */
export interface Notice {
  id: string;
  /** what happened; one that this version does not know as well */
  kind: string;
  concern: Concern;
  /** null: nobody in particular */
  from: Actor | null;
  at: Date;
  read: boolean;
  /** the lasting address of the work or try that it is about */
  aboutUri: string | null;
  /** the work or try that it is about; null for a follow, or when it is gone */
  about: (Place & { title: string; lang: string }) | null;
  /** the try or reply that caused it, while we hold it */
  cause: Place | null;
  verdict: string | null;
  /** what was changed in a try */
  changed: string;
  /** the language of `changed` */
  lang: string;
  /** too many strangers came at once: whether they are still kept out, and whether moderators look after it */
  busy: { isPaused: boolean; isHandedOver: boolean };
  /** what moderators decided about what waited */
  decided: { shown: number; hidden: number };
}

/** Which of a person's notices are asked for. */
export interface Asked {
  concern?: Concern;
  unread?: boolean;
  /** only what is older than this notice */
  before?: string;
}

export interface NoticePage {
  notices: Notice[];
  /** the id of the last one, when there are older ones */
  more: string | null;
}

const PAGE = 50;

/** A page of a person's notices, newest first. */
export async function noticePage(db: Db, actorId: string, asked: Asked): Promise<NoticePage> {
  const rows = await noticeQuery(db, actorId, asked)
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  return {
    notices: await toNotices(db, shown),
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** A person's notices, newest first, at most `limit`. One query, and one for the people. */
export async function noticesOf(
  db: Db,
  actorId: string,
  limit: number,
  asked: Asked = {},
): Promise<Notice[]> {
  return toNotices(db, await noticeQuery(db, actorId, asked).limit(limit).execute());
}

/** What is new about what a person shared; what was new before, when nothing is. */
export async function travelled(
  db: Db,
  actorId: string,
  limit: number,
): Promise<{ notices: Notice[]; more: number }> {
  const concern = 'work';
  const fresh = await noticesOf(db, actorId, limit, { concern, unread: true });
  if (fresh.length === 0) return { notices: await noticesOf(db, actorId, limit, { concern }), more: 0 };
  const { count } = await db
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', actorId)
    .where('read_at', 'is', null)
    .where('kind', 'in', happeningsOf(concern))
    .executeTakeFirstOrThrow();
  return { notices: fresh, more: Math.max(0, Number(count) - fresh.length) };
}

async function toNotices(db: Db, rows: readonly Row[]): Promise<Notice[]> {
  const ids = rows.flatMap((row) =>
    [row.from_id, row.work_author, row.try_author].filter((id) => id !== null),
  );
  const people = await actorsByIds(db, ids);
  return rows.flatMap((row) => {
    const from = people.get(row.from_id ?? '') ?? null;
    if (from?.state === 'suspended' || (row.from_id !== null && !from)) return [];
    const lang = row.cause_lang ?? 'en';
    const { id, kind, created_at: at, read_at, verdict, data } = row;
    return [
      {
        id,
        kind,
        concern: concernOf(kind),
        from,
        at,
        read: read_at !== null,
        aboutUri: row.about_uri,
        about: aboutOf(row, people),
        cause: causeOf(row, from),
        verdict,
        changed: row.changed ?? '',
        lang,
        busy: {
          isPaused: (row.work_paused ?? row.try_paused) !== null,
          isHandedOver: row.handed_over === true,
        },
        decided: { shown: Number(data.shown ?? 0), hidden: Number(data.hidden ?? 0) },
      },
    ];
  });
}

function noticeQuery(db: Db, actorId: string, { concern, unread, before }: Asked) {
  const named = [...happeningsOf('work'), ...happeningsOf('people')];
  return db
    .selectFrom('notice')
    .leftJoin('work', 'work.uri', 'notice.about_uri')
    .leftJoin('adaptation as mine', 'mine.uri', 'notice.about_uri')
    .leftJoin('adaptation as cause', 'cause.uri', 'notice.object_uri')
    .leftJoin('reply', 'reply.uri', 'notice.object_uri')
    .select(['notice.id', 'notice.kind', 'notice.from_id', 'notice.about_uri', 'notice.object_uri'])
    .select(['notice.created_at', 'notice.read_at', 'notice.data'])
    .select([
      'work.id as work_id',
      'work.title',
      'work.lang as work_lang',
      'work.slug',
      'work.author_id as work_author',
      'work.replies_paused_at as work_paused',
    ])
    .select(['mine.id as try_id', 'mine.of_title', 'mine.lang as try_lang', 'mine.author_id as try_author'])
    .select('mine.replies_paused_at as try_paused')
    .select([
      'cause.id as cause_id',
      'cause.verdict',
      'cause.changed',
      'cause.lang as cause_lang',
      'cause.of_uri',
    ])
    .select(['reply.id as reply_id', 'reply.root_uri'])
    .select(
      sql<boolean>`notice.kind = 'busy' and exists (
        select from report where report.state = 'open' and report.reason = 'busy' and report.about_uris @> array[notice.about_uri])`.as(
        'handed_over',
      ),
    )
    .where('notice.person_id', '=', actorId)
    .$if(concern === 'node', (query) => query.where('notice.kind', 'not in', named))
    .$if(concern === 'work' || concern === 'people', (query) =>
      query.where('notice.kind', 'in', happeningsOf(concern as 'work' | 'people')),
    )
    .$if(unread === true, (query) => query.where('notice.read_at', 'is', null))
    .$if(before !== undefined, (query) => query.where('notice.id', '<', before ?? ''))
    .orderBy('notice.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof noticeQuery>['execute']>>[number];

function aboutOf(row: Row, people: ReadonlyMap<string, Actor>): Notice['about'] {
  const uri = row.about_uri;
  const author = people.get(row.work_author ?? row.try_author ?? '');
  if (!uri || !author || author.state === 'suspended') return null;
  const { handle, host } = author;
  if (row.work_id !== null) {
    const place = {
      kind: 'work' as const,
      id: row.work_id,
      uri,
      handle,
      host,
      slug: row.slug,
      rootUri: uri,
      ofUri: null,
    };
    return { ...place, title: row.title ?? '', lang: row.work_lang ?? 'en' };
  }
  if (row.try_id === null) return null;
  const place = {
    kind: 'try' as const,
    id: row.try_id,
    uri,
    handle,
    host,
    slug: null,
    rootUri: uri,
    ofUri: null,
  };
  return { ...place, title: row.of_title ?? '', lang: row.try_lang ?? 'en' };
}

function causeOf(row: Row, from: Actor | null): Place | null {
  if (!from) return null;
  const { handle, host } = from;
  const uri = row.object_uri ?? '';
  if (row.cause_id !== null) {
    return { kind: 'try', id: row.cause_id, uri, handle, host, slug: null, rootUri: uri, ofUri: row.of_uri };
  }
  if (row.reply_id === null) return null;
  return {
    kind: 'reply',
    id: row.reply_id,
    uri,
    handle,
    host,
    slug: null,
    rootUri: row.root_uri ?? uri,
    ofUri: null,
  };
}
