import { type Kysely, sql } from 'kysely';

/**
 * Open questions are works of a kind of their own; thanks are replies that say what for; a door can be closed for a
 * while; what was tried is found in the order in which it was told, whenever word of it came.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table work drop constraint work_kind_check;
    alter table work add constraint work_kind_check
      check (kind in ('practice-story', 'finding', 'lesson-study', 'article', 'call'));
    alter table work add column call_state text check (call_state in ('open', 'answered', 'closed'));
    create index work_open_calls on work (published_at desc) where kind = 'call' and state = 'published';

    alter table reply add column thanks text
      check (thanks in ('changed-how-i-teach', 'used-it', 'made-me-think', 'brave-to-share'));

    alter table person add column door_closed_until timestamptz;
    alter table work add column replies_paused_at timestamptz; -- too many strangers at once

    -- when the child was told; an edge that its child's host has not stated yet takes the time of the one below
    alter table lineage_edge add column told_at timestamptz;
    update lineage_edge set told_at = date_trunc('second', coalesce(
      (select published_at from adaptation where uri = child_uri),
      (select published_at from work where uri = child_uri),
      created_at));
    alter table lineage_edge alter column told_at set not null;
    drop index lineage_parent;
    create index lineage_parent on lineage_edge (parent_uri, told_at, child_uri);
  `)
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop index lineage_parent;
    create index lineage_parent on lineage_edge (parent_uri);
    alter table lineage_edge drop column told_at;
    alter table work drop column replies_paused_at;
    alter table person drop column door_closed_until;
    alter table reply drop column thanks;
    drop index work_open_calls;
    alter table work drop column call_state;
    delete from work where kind = 'call';
    alter table work drop constraint work_kind_check;
    alter table work add constraint work_kind_check
      check (kind in ('practice-story', 'finding', 'lesson-study', 'article'));
  `)
    .execute(db);
}
