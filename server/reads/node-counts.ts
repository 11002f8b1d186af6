import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { theDistrict } from '../store/districts.ts';
import { bySomebodyInGoodStanding } from '../store/standing.ts';

export interface NodeCounts {
  name: string;
  about: string;
  people: number;
  activeMonth: number;
  activeHalfyear: number;
  works: number;
  replies: number;
}

/** Counts for NodeInfo: public works only, small numbers of people rounded up to ten. */
export async function nodeCounts(db: Db, now: Date): Promise<NodeCounts> {
  const district = await theDistrict(db);
  const since = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const result = await sql<{ people: string; month: string; half: string; works: string; replies: string }>`
    select
      (select count(*) from person where state in ('active', 'resting')) as people,
      (select count(*) from person where last_visit_at > ${since(30)} and state in ('active', 'resting')) as month,
      (select count(*) from person where last_visit_at > ${since(180)} and state in ('active', 'resting')) as half,
      (select count(*) from work where host is null and state = 'published' and audience = 'everyone' and ${bySomebodyInGoodStanding('work')}) as works,
      (select count(*) from adaptation where host is null and state = 'published' and audience = 'everyone' and ${bySomebodyInGoodStanding('adaptation')}) as replies`.execute(
    db,
  );
  const row = result.rows[0];
  const rounded = (text: string | undefined) => Math.ceil(Number(text ?? 0) / 10) * 10;
  return {
    name: district?.name ?? 'Ajar',
    about: district?.about ?? '',
    people: rounded(row?.people),
    activeMonth: rounded(row?.month),
    activeHalfyear: rounded(row?.half),
    works: Number(row?.works ?? 0),
    replies: Number(row?.replies ?? 0),
  };
}
