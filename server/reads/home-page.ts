import type { Actor } from '../domain/actor.ts';
import type { Db } from '../store/db.ts';
import { actorsByIds } from '../store/actors.ts';
import type { NoticeKind } from '../store/notices.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

/** Something that somebody did with a work of mine. */
export interface Travelled {
  kind: NoticeKind;
  from: Actor;
  at: Date;
  read: boolean;
  /** the work that it is about; null for a follow */
  about: { title: string; url: string } | null;
  /** verdict and first sentence of what changed, for a try */
  verdict: string | null;
  changed: string;
}

export interface HomePage {
  travelled: Travelled[];
  travelledMore: number;
  drafts: WorkCard[];
  fromFollowed: WorkCard[];
  /** whether this person follows anybody: else home shows the first steps */
  followsAnybody: boolean;
  hasWorks: boolean;
}

const TRAVELLED = 3;
const FROM_FOLLOWED = 5;

/** The finite home of a member. Public and district works of people they follow, newest first; never by popularity. */
export async function homePage(db: Db, actorId: string): Promise<HomePage> {
  const [notices, drafts, followed, followCount, workCount] = await Promise.all([
    noticesOf(db, actorId, 20),
    cardQuery(db).where('author_id', '=', actorId).where('state', '=', 'draft').orderBy('id', 'desc').limit(1).execute(),
    cardQuery(db)
      .where('author_id', 'in', (eb) => eb.selectFrom('follow').select('followed_id').where('follower_id', '=', actorId).where('follow.state', '=', 'accepted'))
      .where('state', '=', 'published')
      .where('audience', 'in', ['district', 'everyone'])
      .orderBy('published_at', 'desc')
      .limit(FROM_FOLLOWED)
      .execute(),
    db.selectFrom('follow').select('followed_id').where('follower_id', '=', actorId).limit(1).execute(),
    db.selectFrom('work').select('id').where('author_id', '=', actorId).limit(1).execute(),
  ]);
  const fresh = notices.filter((notice) => !notice.read);
  const shown = (fresh.length > 0 ? fresh : notices).slice(0, TRAVELLED);
  return {
    travelled: shown,
    travelledMore: Math.max(0, fresh.length - TRAVELLED),
    drafts: await toCards(db, drafts),
    fromFollowed: await toCards(db, followed),
    followsAnybody: followCount.length > 0,
    hasWorks: workCount.length > 0,
  };
}

/** A member's notices, newest first: at most `limit`. */
export async function noticesOf(db: Db, actorId: string, limit: number): Promise<Travelled[]> {
  const rows = await db
    .selectFrom('notice')
    .leftJoin('work', 'work.uri', 'notice.about_uri')
    .leftJoin('adaptation', 'adaptation.uri', 'notice.object_uri')
    .select(['notice.kind', 'notice.from_id', 'notice.created_at', 'notice.read_at', 'work.title', 'work.url', 'work.id as work_id', 'work.host', 'adaptation.verdict', 'adaptation.changed', 'adaptation.of_title'])
    .where('notice.person_id', '=', actorId)
    .orderBy('notice.id', 'desc')
    .limit(limit)
    .execute();
  const people = await actorsByIds(db, rows.flatMap((row) => row.from_id ?? []));
  return rows.flatMap((row) => {
    const from = row.from_id ? people.get(row.from_id) : undefined;
    if (!from || from.state === 'suspended') return [];
    const url = row.host === null ? row.url : row.work_id && `/r/${row.work_id}`;
    return [
      {
        kind: row.kind as NoticeKind,
        from,
        at: row.created_at,
        read: row.read_at !== null,
        about: row.title !== null && url ? { title: row.title, url } : row.of_title ? { title: row.of_title, url: '/notifications' } : null,
        verdict: row.verdict,
        changed: row.changed ?? '',
      },
    ];
  });
}

export async function hasUnread(db: Db, actorId: string): Promise<boolean> {
  const row = await db.selectFrom('notice').select('id').where('person_id', '=', actorId).where('read_at', 'is', null).limit(1).executeTakeFirst();
  return row !== undefined;
}
