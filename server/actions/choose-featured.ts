import { FEATURED, featuredOf, featuredWorks } from '../reads/wire-collections.ts';
import { saveFeatured } from '../store/featured.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * Chooses anew which works of an author stand first on their profile: those that were tried most, then the newest. What
 * was tried elsewhere counts at the next choice, so that the choice never changes without other servers being told.
 * @returns what came to stand there and what no longer does; what was taken back is in neither
 */
export async function chooseFeatured(
  ctx: Ctx,
  authorId: string,
): Promise<{ came: string[]; left: string[] }> {
  const [before, now] = [await featuredOf(ctx.db, authorId), await featuredWorks(ctx.db, authorId, FEATURED)];
  if (before.join() === now.join()) return { came: [], left: [] };
  await saveFeatured(ctx.db, authorId, now);
  await markStale(ctx.db, `actor:${authorId}`);
  return {
    came: now.filter((uri) => !before.includes(uri)),
    left: before.filter((uri) => !now.includes(uri)),
  };
}
