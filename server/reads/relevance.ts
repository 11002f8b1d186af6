import { sql } from 'kysely';
import type { Db } from '../store/db.ts';
import { isFollowedHere } from '../store/follows.ts';
import { workByUri } from '../store/works.ts';

/** Does anybody here follow them? */
export function isFollowed(db: Db, actorId: string): Promise<boolean> {
  return isFollowedHere(db, actorId);
}

/** Is this a work that we hold, or held until it was taken back? */
export async function isWorkHere(db: Db, uri: string): Promise<boolean> {
  return (await workByUri(db, uri)) !== null;
}

/** Do we hold one of these (work, try or reply, ours or from elsewhere), or something that came from one of them? */
export async function isKnownHere(db: Db, ...uris: string[]): Promise<boolean> {
  const result = await sql`
    select 1 from work where uri = any(${uris}::text[]) union all
    select 1 from adaptation where uri = any(${uris}::text[]) union all
    select 1 from reply where uri = any(${uris}::text[]) union all
    select 1 from lineage_edge where parent_uri = any(${uris}::text[]) limit 1`.execute(db);
  return result.rows.length > 0;
}
