import type { Viewer } from '../domain/audience.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Db } from '../store/db.ts';
import { type District, theDistrict } from '../store/districts.ts';
import { cardQuery, toCards, type WorkCard } from './work-cards.ts';

export interface DistrictPage {
  district: District;
  works: WorkCard[];
  /** id of the last work shown when there are more, for `?after=` */
  more: string | null;
}

const PAGE = 20;

/**
 * Who the district is and its newest stories: for members those that stay inside too.
 * @throws Refusal `unavailable not-set-up`
 */
export async function districtPage(db: Db, viewer: Viewer, after?: string): Promise<DistrictPage> {
  const district = await theDistrict(db);
  if (!district) throw new Refusal('unavailable', 'not-set-up');
  const audiences = viewer.kind === 'member' ? ['district', 'everyone'] : ['everyone'];
  let works = cardQuery(db)
    .where('host', 'is', null)
    .where('state', '=', 'published')
    .where('audience', 'in', audiences);
  if (after) works = works.where('id', '<', after);
  const rows = await works
    .orderBy('id', 'desc')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  return {
    district,
    works: await toCards(db, shown),
    more: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}
