import { hostOf } from '../domain/handle.ts';
import { cappedLineage } from '../domain/lineage.ts';
import { askForThing } from '../store/backfills.ts';
import { heldUris } from '../store/lineage.ts';
import type { Ctx } from './context.ts';

/** of one lineage: a stranger's claim costs others little */
const MOST = 6;

/**
 * Asks, as jobs, for the ancestors that a thing names and that are not held here, each at its own host: the origin and
 * the nearest ones. So the way of an idea is known here even where nobody follows those it went through.
 * @param because the server that named them
 */
export async function askForAncestors(ctx: Ctx, lineage: readonly string[], because: string): Promise<void> {
  if (lineage.length === 0) return;
  const wanted = cappedLineage(lineage, MOST);
  const held = await heldUris(ctx.db, wanted);
  for (const uri of wanted) {
    const host = hostOf(uri);
    if (host && host !== ctx.host && !held.has(uri)) await askForThing(ctx.db, uri, host, because);
  }
}
