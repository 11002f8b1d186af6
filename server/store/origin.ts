import type { Db } from './db.ts';

/** The address that this node was set up with, null before that. Every id contains it, so it never changes. */
export async function storedOrigin(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('district')
    .innerJoin('actor', 'actor.id', 'district.instance_actor_id')
    .select('actor.uri')
    .executeTakeFirst();
  return row ? new URL(row.uri).origin : null;
}
