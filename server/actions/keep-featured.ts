import { saveFeatured } from '../store/featured.ts';
import { type Ctx, markStale } from './context.ts';

/** Keeps which works of an author stand first on their profile from now on; other servers are told at the same time. */
export async function keepFeatured(ctx: Ctx, authorId: string, uris: readonly string[]): Promise<void> {
  await saveFeatured(ctx.db, authorId, uris);
  await markStale(ctx.db, `actor:${authorId}`);
}
