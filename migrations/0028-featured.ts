import { type Kysely, sql } from 'kysely';

/** Which works stand first on somebody's profile, as other servers were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table actor add column featured text[] not null default '{}';
    update actor set featured = coalesce((
      select array_agg(uri order by tries desc, id desc) from (
        select work.uri, work.id,
          (select count(*) from adaptation where of_uri = work.uri and adaptation.state = 'published')
          + (select count(*) from reply where root_uri = work.uri and counted_as_try and reply.state = 'shown') as tries
        from work where work.author_id = actor.id and work.host is null and work.state = 'published'
          and work.audience = 'everyone' and work.kind <> 'call'
        order by tries desc, work.id desc limit 10) best), '{}')
    where host is null and kind = 'person';
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`alter table actor drop column featured;`).execute(db);
}
