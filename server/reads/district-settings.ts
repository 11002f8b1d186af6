import type { Db } from '../store/db.ts';

/** Does the district show its documents to signed requests only? */
export async function asksForSignatures(db: Db): Promise<boolean> {
  const row = await db.selectFrom('district').select('authorized_fetch').executeTakeFirst();
  return row?.authorized_fetch ?? false;
}
