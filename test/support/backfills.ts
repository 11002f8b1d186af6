import { sql } from 'kysely';
import type { Ctx } from '../../server/actions/context.ts';
import { eventually } from './eventually.ts';

/** How far a reading is, null when it was never asked for. */
export async function backfillOf({ db }: Ctx, uri: string) {
  const row = await db.selectFrom('backfill').selectAll().where('uri', '=', uri).executeTakeFirst();
  return row ?? null;
}

/**
 * Waits until a reading has come to its end. Time is let pass for it: whatever it waits for is over at once.
 * @returns what is said of it
 */
export async function readToTheEnd(ctx: Ctx, uri: string): Promise<string> {
  return eventually(`the end of the reading of ${uri}`, async () => {
    const row = await backfillOf(ctx, uri);
    if (row?.due_at === null) return row.outcome;
    if (row?.lease_until === null) await letTimePass(ctx);
    return null;
  });
}

/** Waits until nothing is to be read at other servers. */
export async function nothingIsRead({ db }: Ctx): Promise<void> {
  await eventually('the end of every reading', async () => {
    const due = await db.selectFrom('backfill').select('uri').where('due_at', 'is not', null).execute();
    return due.length === 0;
  });
}

/** The minutes in which other servers are left alone are over. */
export async function letTimePass({ db }: Ctx): Promise<void> {
  await sql`delete from backfill_pace`.execute(db);
  await sql`update backfill set due_at = now() where due_at is not null and lease_until is null`.execute(db);
  await sql`select pg_notify('ajar_work', 'backfill')`.execute(db);
}
