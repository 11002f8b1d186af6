import { randomBytes } from 'node:crypto';
import type { Db } from './db.ts';

/** A random secret of this node, made on first use and the same for all its processes. */
export async function nodeSecret(db: Db, name: string): Promise<string> {
  await db
    .insertInto('node_secret')
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('node_secret')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return row.value;
}
