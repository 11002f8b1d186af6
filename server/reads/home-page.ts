import type { Db } from '../store/db.ts';
import { type Notice, travelled } from './notices.ts';
import { type CardPage, cardPage, cardQuery, toCards, type WorkCard } from './work-cards.ts';

export interface HomePage {
  /** what is new about what this person shared, or was */
  travelled: Notice[];
  travelledMore: number;
  drafts: WorkCard[];
  /** the newest stories, with a way to the older ones */
  news: CardPage;
  followsAnybody: boolean;
  /** two people, or one who did not invite them: whoever joins follows their inviter without a word of their own */
  followsSome: boolean;
  hasWorks: boolean;
}

const TRAVELLED = 3;
const NEWS = 5;

/** The finite home of a member. */
export async function homePage(db: Db, actorId: string): Promise<HomePage> {
  const [told, drafts, news, follows, workCount] = await Promise.all([
    travelled(db, actorId, TRAVELLED),
    cardQuery(db)
      .where('author_id', '=', actorId)
      .where('state', '=', 'draft')
      .orderBy('id', 'desc')
      .limit(1)
      .execute(),
    newsFor(db, actorId, '', NEWS),
    db
      .selectFrom('follow')
      .select((eb) =>
        eb
          .exists(
            eb
              .selectFrom('invitation')
              .select('token_hash')
              .where('used_by', '=', actorId)
              .whereRef('created_by', '=', 'followed_id'),
          )
          .as('invited'),
      )
      .where('follower_id', '=', actorId)
      .limit(2)
      .execute(),
    db
      .selectFrom('work')
      .select('id')
      .where('author_id', '=', actorId)
      .where('kind', '!=', 'call')
      .limit(1)
      .execute(),
  ]);
  return {
    travelled: told.notices,
    travelledMore: told.more,
    drafts: await toCards(db, drafts),
    news,
    followsAnybody: follows.length > 0,
    followsSome: follows.length > 1 || follows.some(({ invited }) => !invited),
    hasWorks: workCount.length > 0,
  };
}

/** The stories after those that home showed, a page at a time. */
export function olderNews(db: Db, actorId: string, after: string): Promise<CardPage> {
  return newsFor(db, actorId, after);
}

/** Public and district works of people that somebody follows, and all of their own; never by popularity. */
function newsFor(db: Db, actorId: string, after: string, limit?: number): Promise<CardPage> {
  const works = cardQuery(db)
    .where('state', '=', 'published')
    .where('kind', '!=', 'call')
    .where((eb) =>
      eb.or([
        eb('author_id', '=', actorId),
        eb.and([
          eb('audience', 'in', ['district', 'everyone']),
          eb(
            'author_id',
            'in',
            eb
              .selectFrom('follow')
              .select('followed_id')
              .where('follower_id', '=', actorId)
              .where('follow.state', '=', 'accepted'),
          ),
        ]),
      ]),
    );
  return cardPage(db, works, after, limit);
}
