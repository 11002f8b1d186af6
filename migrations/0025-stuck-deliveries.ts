import { type Kysely, sql } from 'kysely';

/** Finding the few deliveries that failed several times already, when it is asked what waits for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index delivery_stuck on delivery (host, id) where state = 'waiting' and attempts >= 3`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index delivery_stuck`.execute(db);
}
