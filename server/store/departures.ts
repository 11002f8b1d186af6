import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Empties everything of somebody elsewhere who is gone, and leaves tombstones so that none of it comes back. */
export async function forgetActor(db: Db, actorId: string, now: Date): Promise<void> {
  for (const table of ['work', 'adaptation', 'reply'] as const) {
    await sql`
      insert into tombstone (uri, actor_uri, former_type, url, deleted_at)
      select t.uri, a.uri, ${table === 'work' ? 'Article' : 'Note'}, t.url, ${now} from ${sql.table(table)} t join actor a on a.id = t.author_id
      where t.author_id = ${actorId} and t.host is not null on conflict (uri) do nothing`.execute(db);
  }
  await sql`update work set state = 'purged', title = '', gist = '', gist_other = '[]', sections = '[]', html = '', tags = '{}', why_it_matters = '', made_possible_by = '', evidence = '[]', change_note = '', raw = null, retracted_at = ${now} where author_id = ${actorId} and host is not null`.execute(db);
  await sql`update adaptation set state = 'withdrawn', context = '', changed = '', kept = '', happened = '', tip = '', html = '', raw = null, gist_other = '[]' where author_id = ${actorId} and host is not null`.execute(db);
  await sql`update reply set state = 'removed', html = '', markdown = null, raw = null where author_id = ${actorId} and host is not null`.execute(db);
  await db.deleteFrom('remote_note').where('author_id', '=', actorId).execute();
  await db.deleteFrom('appreciation').where('actor_id', '=', actorId).execute();
  await db.deleteFrom('notice').where('from_id', '=', actorId).execute();
  await db.deleteFrom('follow').where((eb) => eb.or([eb('follower_id', '=', actorId), eb('followed_id', '=', actorId)])).execute();
  await db.updateTable('actor').set({ state: 'gone', name: '', summary_html: '', fields: '[]', icon_url: null, raw: null, updated_at: now }).where('id', '=', actorId).execute();
}
