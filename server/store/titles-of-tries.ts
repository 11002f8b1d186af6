import { sql } from 'kysely';
import type { Adaptation } from '../domain/adaptation.ts';
import { lockAdaptation } from './adaptations.ts';
import type { Tx } from './db.ts';

/** a title as it stands in HTML */
const ESCAPED = sql`replace(replace(replace(of_title, '&', '&amp;'), '<', '&lt;'), '>', '&gt;')`;

/**
 * Blanks what plans and tries remember of the title of a work: tries of it, and tries of those, which bear the same title. In the
 * text of those from elsewhere it is left out here.
 * @returns ours among them, locked: their text says the title too
 */
export async function forgetTitle(tx: Tx, workUri: string): Promise<Adaptation[]> {
  await tx.updateTable('planned_try').set({ of_title: '' }).where('of_uri', '=', workUri).execute();
  const { rows } = await sql<{ id: string; host: string | null }>`
    with recursive of_it as (
      select id, uri from adaptation where of_uri = ${workUri}
      union select a.id, a.uri from adaptation a join of_it on a.of_uri = of_it.uri
    )
    update adaptation set of_title = '',
      html = case when host is null or of_title = '' then html
        else replace(replace(html, of_title, '…'), ${ESCAPED}, '…') end,
      raw = case when host is null then raw end
    where id in (select id from of_it) returning id, host`.execute(tx);
  const ours = rows.filter(({ host }) => host === null);
  const tries = await Promise.all(ours.map(({ id }) => lockAdaptation(tx, id)));
  return tries.filter((one) => one !== null);
}
