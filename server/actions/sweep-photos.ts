import { deletePhotos, looseFiles } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';
import { freeFiles } from './photo-files.ts';

/** What was sent and never used is kept for a day, what a process left half done for an hour. */
const UNUSED_MS = 86_400_000;
const HALF_DONE_MS = 3_600_000;

/** Removes photos of works that hold no text any more, photos never used, and files that belong to no photo. */
export async function sweepPhotos(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  const unused = await inTransaction(ctx.db, (tx) =>
    deletePhotos(tx, { unusedSince: before(UNUSED_MS) }, now),
  );
  await freeFiles(ctx, unused);
  await freeFiles(ctx, await looseFiles(ctx.db, before(HALF_DONE_MS)));
  // by the clock of the file system, which is not the one that tests move
  await ctx.media.clearDesks(new Date(Date.now() - HALF_DONE_MS));
}
