import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';
import { triedElsewhere } from './try-counts.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

export interface FrontDoor {
  district: District;
  stories: WorkCard[];
  /** people who have shared something in public, and tries that came from elsewhere */
  authors: number;
  triedElsewhere: number;
}

/** What anybody sees first: three current stories, those that have been tried before the others. Null before set-up. */
export async function frontDoor(db: Db, limit = 3): Promise<FrontDoor | null> {
  const district = await theDistrict(db);
  if (!district) return null;
  const open = cardQuery(db)
    .where('host', 'is', null)
    .where('state', '=', 'published')
    .where('audience', '=', 'everyone')
    .where('kind', '!=', 'call');
  const [rows, authors, tried] = await Promise.all([
    open.orderBy('published_at', 'desc').limit(20).execute(),
    db
      .selectFrom('work')
      .select((eb) => eb.fn.count<string>('author_id').distinct().as('n'))
      .where('host', 'is', null)
      .where('state', '=', 'published')
      .where('audience', '=', 'everyone')
      .where('kind', '!=', 'call')
      .where(bySomebodyInGoodStanding('work'))
      .executeTakeFirst(),
    triedElsewhere(db),
  ]);
  const cards = await toCards(db, rows);
  const stories = [
    ...cards.filter((card) => card.tries > 0),
    ...cards.filter((card) => card.tries === 0),
  ].slice(0, limit);
  return { district, stories, authors: Number(authors?.n ?? 0), triedElsewhere: tried };
}
