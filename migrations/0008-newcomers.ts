import { type Kysely, sql } from 'kysely';

/** When somebody of a host was first heard, and how many lately: both are one look at the index. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index actor_host_id on actor (host, id) where host is not null;
       drop index actor_host;`,
    )
    .execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create index actor_host on actor (host) where host is not null;
       drop index actor_host_id;`,
    )
    .execute(db);
}
