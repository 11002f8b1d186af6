import { type Concern, happeningsOf } from '../domain/telling.ts';
import { markNoticesRead as mark } from '../store/notices.ts';
import type { Ctx } from './context.ts';

/** Some of what a person was told: everything, what is about one work, or what is about people or the node. */
export interface Group {
  concern?: Concern;
  aboutUri?: string;
  /** the id of the newest notice that was seen: what came meanwhile stays new */
  upTo?: string;
}

/** Marks what a person was told as read. */
export async function markNoticesRead(ctx: Ctx, actorId: string, group: Group = {}): Promise<void> {
  const { concern, aboutUri, upTo } = group;
  const kinds =
    concern === 'node'
      ? { notKinds: [...happeningsOf('work'), ...happeningsOf('people')] }
      : concern && { kinds: happeningsOf(concern) };
  await mark(ctx.db, actorId, ctx.clock.now(), { ...kinds, aboutUri, upTo });
}
