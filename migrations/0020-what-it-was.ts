import { type Kysely, sql } from 'kysely';

/** What was taken back is named in our own words: the kind of a work, a try, a reply. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table tombstone rename column former_type to was;
    update tombstone set was = coalesce(
      (select kind from work where work.uri = tombstone.uri),
      (select 'try' from adaptation where adaptation.uri = tombstone.uri),
      case was when 'Article' then 'article' else 'reply' end) where was is not null;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    update tombstone set was = case when was in ('call', 'try', 'reply') then 'Note' else 'Article' end where was is not null;
    alter table tombstone rename column was to former_type;
  `)
    .execute(db);
}
