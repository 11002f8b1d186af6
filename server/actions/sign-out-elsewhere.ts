import { endSessions } from '../store/sessions.ts';
import type { Ctx } from './context.ts';

/** Signs a person out everywhere apart from one session. @returns in how many places that was */
export async function signOutElsewhere(ctx: Ctx, actorId: string, keepSession: string): Promise<number> {
  return endSessions(ctx.db, actorId, keepSession);
}
