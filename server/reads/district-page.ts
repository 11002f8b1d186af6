import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';
import { type CardPage, cardPage, cardQuery } from './work-cards.ts';

export interface DistrictPage extends CardPage {
  district: District;
}

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
    .where('audience', 'in', audiences);
  return { district, ...(await cardPage(db, works, after)) };
}
