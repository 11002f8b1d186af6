import { type Kysely, sql } from 'kysely';

/** Whether a thing has its place among what came from another: the author of that decides it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table lineage_edge add column state text not null default 'shown' check (state in ('shown', 'held', 'hidden'));
    update lineage_edge e set state = a.state from adaptation a where a.uri = e.child_uri and a.state in ('held', 'hidden');
    -- what one of ours told and somebody hid was taken from its own page as well
    update adaptation set state = 'published' where host is null and state = 'hidden';
    create index lineage_waiting on lineage_edge (parent_uri, state) where state <> 'shown';
    -- how much a server has told today
    create index adaptation_told on adaptation (host, created_at) where host is not null;
    create index work_told on work (host, created_at) where host is not null and built_on <> '[]';
    -- what was decided about a thing
    create index audit_about on audit_entry (about, action);
    -- nothing writes a letter about a plan
    alter table planned_try drop column remind_at, drop column tell_author;
    -- what was planned is still named when it is there no more
    alter table planned_try add column of_title text not null default '';
    update planned_try p set of_title = w.title from work w where w.uri = p.of_uri;
    update planned_try p set of_title = a.of_title from adaptation a where a.uri = p.of_uri;
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table planned_try drop column of_title, add column remind_at timestamptz, add column tell_author boolean not null default false;
    drop index lineage_waiting, adaptation_told, work_told, audit_about;
    alter table lineage_edge drop column state;
  `)
    .execute(db);
}
