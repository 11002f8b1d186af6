import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';
import { type CardPage, cardPage, cardQuery } from './work-cards.ts';

export interface DistrictPage extends CardPage {
  district: District;
  /** profiles of our people who wish to be found: the page links back to them, as theirs link to it */
  profiles: string[];
}

const MOST = 500;

/**
 * Who the district is and its newest stories: for members those that stay inside too.
 * @throws Refusal `unavailable not-set-up`
 */
export async function districtPage(db: Db, viewer: Viewer, after?: string): Promise<DistrictPage> {
  const district = await theDistrict(db);
  if (!district) throw new Refusal('unavailable', 'not-set-up');
  const audiences = viewer.kind === 'member' ? ['district', 'everyone'] : ['everyone'];
  const works = cardQuery(db)
    .where('host', 'is', null)
    .where('state', '=', 'published')
    .where('kind', '!=', 'call')
    .where('audience', 'in', audiences);
  const [page, people] = await Promise.all([
    cardPage(db, works, after),
    db
      .selectFrom('actor')
      .select('url')
      .where('host', 'is', null)
      .where('kind', '=', 'person')
      .where('discoverable', '=', true)
      .where('state', 'in', ['active', 'resting'])
      .orderBy('id')
      .limit(MOST)
      .execute(),
  ]);
  return { district, profiles: people.flatMap(({ url }) => url ?? []), ...page };
}
