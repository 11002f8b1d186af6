import type { PhotoFile } from '../domain/photo.ts';
import type { TakenIn } from '../media/media.ts';
import type { Tx } from '../store/db.ts';
import { forgetLooseFile, isFileNamed, lockFiles, nameLooseFiles } from '../store/photos.ts';
import { inTransaction } from '../store/tx.ts';
import type { Ctx } from './context.ts';

/**
 * Keeps the files of a photo together with the row that names them. If the process ends in between, the files are
 * known as loose and are swept.
 * @param write makes the row; what it throws undoes everything in the database
 */
export async function withFilesKept<T>(
  ctx: Ctx,
  taken: Pick<TakenIn, 'files'>,
  write: (tx: Tx) => Promise<T>,
): Promise<T> {
  const keys = taken.files.map(({ key }) => key);
  await nameLooseFiles(ctx.db, keys, ctx.clock.now());
  return inTransaction(ctx.db, async (tx) => {
    await lockFiles(tx, keys);
    for (const { key, content } of taken.files) await ctx.media.files.put(key, content);
    const done = await write(tx);
    for (const key of keys) await forgetLooseFile(tx, key);
    return done;
  });
}

/**
 * Removes files that no photo names any more, after the transaction that removed their photos. What cannot be removed
 * now stays known as loose: the sweep tries again.
 */
export async function freeFiles(ctx: Ctx, keys: readonly string[]): Promise<void> {
  for (const key of new Set(keys)) await freeFile(ctx, key).catch(() => undefined);
}

async function freeFile(ctx: Ctx, key: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    await lockFiles(tx, [key]);
    if (!(await isFileNamed(tx, key))) await ctx.media.files.remove(key);
    await forgetLooseFile(tx, key);
  });
}

/** The files as the row of a photo holds them. */
export function fileRows(taken: Pick<TakenIn, 'files'>): string {
  const rows: PhotoFile[] = taken.files.map(({ content: _, ...file }) => file);
  return JSON.stringify(rows);
}
