import type { Actor } from '../domain/actor.ts';
import { actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import type { NoticeKind } from '../store/notices.ts';
import type { Place } from './place-of.ts';

export type { NoticeKind };

/** Something that somebody did with what this person wrote, or with this person. */
export interface Notice {
  id: string;
  kind: NoticeKind;
  from: Actor;
  at: Date;
  read: boolean;
  /** the work or try that it is about; null for a follow, or when it is gone */
  about: (Place & { title: string; lang: string }) | null;
  /** the try or reply that caused it, while we hold it */
  cause: Place | null;
  verdict: string | null;
  /** what was changed in a try */
  changed: string;
  /** the language of `changed` */
  lang: string;
}

/** A person's notices, newest first, at most `limit`. One query, and one for the people. */
export async function noticesOf(db: Db, actorId: string, limit: number): Promise<Notice[]> {
  const rows = await noticeQuery(db, actorId).limit(limit).execute();
  const ids = rows.flatMap((row) =>
    [row.from_id, row.work_author, row.try_author].filter((id) => id !== null),
  );
  const people = await actorsByIds(db, ids);
  return rows.flatMap((row) => {
    const from = people.get(row.from_id ?? '');
    if (!from || from.state === 'suspended') return [];
    const lang = row.cause_lang ?? 'en';
    const { id, kind, created_at: at, read_at, verdict } = row;
    return [
      {
        id,
        kind: kind as NoticeKind,
        from,
        at,
        read: read_at !== null,
        about: aboutOf(row, people),
        cause: causeOf(row, from),
        verdict,
        changed: row.changed ?? '',
        lang,
      },
    ];
  });
}

function noticeQuery(db: Db, actorId: string) {
  return db
    .selectFrom('notice')
    .leftJoin('work', 'work.uri', 'notice.about_uri')
    .leftJoin('adaptation as mine', 'mine.uri', 'notice.about_uri')
    .leftJoin('adaptation as cause', 'cause.uri', 'notice.object_uri')
    .leftJoin('reply', 'reply.uri', 'notice.object_uri')
    .select(['notice.id', 'notice.kind', 'notice.from_id', 'notice.about_uri', 'notice.object_uri'])
    .select(['notice.created_at', 'notice.read_at'])
    .select([
      'work.id as work_id',
      'work.title',
      'work.lang as work_lang',
      'work.slug',
      'work.author_id as work_author',
    ])
    .select(['mine.id as try_id', 'mine.of_title', 'mine.lang as try_lang', 'mine.author_id as try_author'])
    .select([
      'cause.id as cause_id',
      'cause.verdict',
      'cause.changed',
      'cause.lang as cause_lang',
      'cause.of_uri',
    ])
    .select(['reply.id as reply_id', 'reply.root_uri'])
    .where('notice.person_id', '=', actorId)
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

function causeOf(row: Row, { handle, host }: Actor): Place | null {
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
