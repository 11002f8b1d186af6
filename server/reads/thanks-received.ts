import { sql } from 'kysely';
import { isId } from '../domain/ids.ts';
import { actorById, actorsByIds } from '../store/actors.ts';
import type { Db } from '../store/db.ts';
import { toReply } from '../store/replies.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';
import type { Place } from './place-of.ts';
import type { ReplyCard } from './thread-replies.ts';

/** A thank-you as the person who got it reads it. */
export interface ReceivedThanks extends ReplyCard {
  /** what for; null when that was taken back */
  about: { title: string; lang: string; place: Place } | null;
}

export interface ThanksReceived {
  thanks: ReceivedThanks[];
  /** id of the last one shown when there are more, for `?after=` */
  more: string | null;
}

const PAGE = 20;

/**
 * What others thanked somebody for, the latest first: also what is not shown on the page of the work, but nothing of
 * people whom they blocked.
 * @param after id of the last one of the page before; anything that is no id is the first page
 */
export async function thanksReceived(db: Db, actorId: string, after = ''): Promise<ThanksReceived> {
  const rows = await thanksFor(db, actorId)
    .$if(isId(after), (query) => query.where('reply.id', '<', after))
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  const [me, people] = await Promise.all([
    actorById(db, actorId),
    actorsByIds(
      db,
      shown.map((row) => row.author_id),
    ),
  ]);
  return {
    thanks: shown.flatMap((row) => {
      const author = people.get(row.author_id);
      return author ? [{ reply: toReply(row), author, about: aboutOf(row, me?.handle ?? '') }] : [];
    }),
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

function thanksFor(db: Db, actorId: string) {
  return db
    .selectFrom('reply')
    .leftJoin('work', 'work.uri', 'reply.root_uri')
    .leftJoin('adaptation as mine', 'mine.uri', 'reply.root_uri')
    .selectAll('reply')
    .select([
      'work.id as work_id',
      'work.slug',
      'work.title',
      'work.lang as work_lang',
      'work.state as work_state',
    ])
    .select(['mine.id as try_id', 'mine.of_title', 'mine.lang as try_lang', 'mine.state as try_state'])
    .select('mine.of_uri')
    .where((eb) => eb.or([eb('work.author_id', '=', actorId), eb('mine.author_id', '=', actorId)]))
    .where('reply.thanks', 'is not', null)
    .where('reply.state', '!=', 'removed')
    .where(bySomebodyInGoodStanding('reply'))
    .where(
      sql<boolean>`not exists (select from block where blocker_id = ${actorId} and blocked_id = reply.author_id)`,
    )
    .orderBy('reply.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof thanksFor>['execute']>>[number];

function aboutOf(row: Row, handle: string): ReceivedThanks['about'] {
  const at = { uri: row.root_uri, rootUri: row.root_uri, handle, host: null };
  if (row.work_id !== null && row.work_state === 'published') {
    const place = { ...at, kind: 'work' as const, id: row.work_id, slug: row.slug, ofUri: null };
    return { title: row.title ?? '', lang: row.work_lang ?? '', place };
  }
  if (row.try_id === null || row.try_state !== 'published') return null;
  const place = { ...at, kind: 'try' as const, id: row.try_id, slug: null, ofUri: row.of_uri };
  return { title: row.of_title ?? '', lang: row.try_lang ?? '', place };
}
