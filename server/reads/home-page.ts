import type { Db } from '../store/db.ts';
import { type Notice, noticesOf } from './notices.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

export interface HomePage {
  /** newest notices, those not read yet first */
  travelled: Notice[];
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
    cardQuery(db)
      .where('author_id', '=', actorId)
      .where('state', '=', 'draft')
      .orderBy('id', 'desc')
      .limit(1)
      .execute(),
    cardQuery(db)
      .where('author_id', 'in', (eb) =>
        eb
          .selectFrom('follow')
          .select('followed_id')
          .where('follower_id', '=', actorId)
          .where('follow.state', '=', 'accepted'),
      )
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
