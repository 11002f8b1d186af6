import { sql } from 'kysely';
import type { Db } from './db.ts';

/** What is said to have been there, by the table in which it is. */
const WAS = { work: sql`t.kind`, adaptation: sql`'try'`, reply: sql`'reply'` };

/** Empties everything of somebody elsewhere who is gone, and leaves tombstones so that none of it comes back. */
export async function forgetActor(db: Db, actorId: string, now: Date): Promise<void> {
  for (const table of ['work', 'adaptation', 'reply'] as const) {
    await sql`
      insert into tombstone (uri, actor_uri, was, url, deleted_at)
      select t.uri, a.uri, ${WAS[table]}, t.url, ${now} from ${sql.table(table)} t join actor a on a.id = t.author_id
      where t.author_id = ${actorId} and t.host is not null on conflict (uri) do nothing`.execute(db);
  }
  await sql`update work set state = 'purged', title = '', gist = '', gist_other = '[]', sections = '[]', html = '', tags = '{}', level_label = '', why_it_matters = '', made_possible_by = '', evidence = '[]', change_note = '', photos_elsewhere = 0, raw = null, retracted_at = ${now} where author_id = ${actorId} and host is not null`.execute(
    db,
  );
  await sql`update adaptation set state = 'withdrawn', context = '', changed = '', kept = '', happened = '', tip = '', evidence = '[]', html = '', raw = null, gist_other = '[]' where author_id = ${actorId} and host is not null`.execute(
    db,
  );
  await sql`
    with removed as (
      update reply set state = 'removed', html = '', markdown = null, raw = null, counted_as_try = false
      where author_id = ${actorId} and host is not null returning uri)
    delete from lineage_edge using removed where child_uri = removed.uri`.execute(db);
  await db.deleteFrom('remote_note').where('author_id', '=', actorId).execute();
  await db.deleteFrom('appreciation').where('actor_id', '=', actorId).execute();
  await db.deleteFrom('notice').where('from_id', '=', actorId).execute();
  await db
    .deleteFrom('follow')
    .where((eb) => eb.or([eb('follower_id', '=', actorId), eb('followed_id', '=', actorId)]))
    .execute();
  await db
    .updateTable('actor')
    .set({
      state: 'gone',
      name: '',
      summary_html: '',
      fields: '[]',
      icon_url: null,
      raw: null,
      updated_at: now,
    })
    .where('id', '=', actorId)
    .execute();
}

/**
 * Closes an account of ours: works, tries and replies become tombstones, the person's private data goes.
 * Followers and deliveries stay, since they have to be told. @returns the addresses that answer 410 from now on
 */
export async function closeActor(db: Db, actorId: string, now: Date): Promise<string[]> {
  const uris: string[] = [];
  for (const table of ['work', 'adaptation', 'reply'] as const) {
    const result = await sql<{ uri: string }>`
      insert into tombstone (uri, was, url, deleted_at)
      select uri, ${WAS[table]}, url, ${now} from ${sql.table(table)} t where author_id = ${actorId} and host is null
      on conflict (uri) do nothing returning uri`.execute(db);
    uris.push(...result.rows.map((row) => row.uri));
  }
  await sql`delete from work where author_id = ${actorId} and state = 'draft'`.execute(db);
  await sql`delete from work_version using work where work.id = work_id and author_id = ${actorId}`.execute(
    db,
  );
  await sql`update work set state = 'purged', title = '', gist = '', gist_other = '[]', sections = '[]', html = '', tags = '{}', level_label = '', why_it_matters = '', made_possible_by = '', evidence = '[]', change_note = '', retracted_at = ${now} where author_id = ${actorId}`.execute(
    db,
  );
  await sql`update adaptation set state = 'withdrawn', context = '', changed = '', kept = '', happened = '', tip = '', evidence = '[]', html = '', gist_other = '[]' where author_id = ${actorId}`.execute(
    db,
  );
  await sql`
    with removed as (
      update reply set state = 'removed', html = '', markdown = null, counted_as_try = false
      where author_id = ${actorId} returning uri)
    delete from lineage_edge using removed where child_uri = removed.uri`.execute(db);
  await sql`update person set state = 'closed', email = ${`closed-${actorId}@invalid`}, personal_email = null, password_hash = null, bio = '', subjects = '{}' where actor_id = ${actorId}`.execute(
    db,
  );
  await db
    .deleteFrom('notice')
    .where((eb) => eb.or([eb('person_id', '=', actorId), eb('from_id', '=', actorId)]))
    .execute();
  await db.deleteFrom('follow').where('follower_id', '=', actorId).execute();
  await db
    .updateTable('actor')
    .set({ state: 'gone', name: '', summary_html: '', fields: '[]', icon_url: null, updated_at: now })
    .where('id', '=', actorId)
    .execute();
  return uris;
}
