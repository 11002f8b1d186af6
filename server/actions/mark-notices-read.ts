import { markNoticesRead as mark } from '../store/notices.ts';
import type { Ctx } from './context.ts';

/** Marks everything that a person was told as read. */
export async function markNoticesRead(ctx: Ctx, actorId: string): Promise<void> {
  await mark(ctx.db, actorId, ctx.clock.now());
}
