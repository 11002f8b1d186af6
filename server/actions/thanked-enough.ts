import { thanksSaid } from '../store/replies.ts';
import type { Ctx } from './context.ts';

const DAY = 86_400_000;
/** thank-yous of one person to one author in a day */
const MOST = 3;

/** Kindness is not repeated without end: one thank-you for one thing, three a day from one person to another. */
export async function thankedEnough(
  ctx: Ctx,
  byId: string,
  { rootUri, authorId }: { rootUri: string; authorId: string },
): Promise<'thanked-already' | 'thanks-today' | null> {
  const since = new Date(ctx.clock.now().getTime() - DAY);
  const { forThis, lately } = await thanksSaid(ctx.db, { byId, rootUri, authorId, since });
  if (forThis > 0) return 'thanked-already';
  return lately >= MOST ? 'thanks-today' : null;
}
