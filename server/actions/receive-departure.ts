import type { Actor } from '../domain/actor.ts';
import { forgetActor } from '../store/departures.ts';
import { type Ctx, markStale } from './context.ts';

/** Somebody elsewhere closed their account: everything they said goes, what others built on it stays. */
export async function receiveDeparture(ctx: Ctx, actor: Actor): Promise<void> {
  await forgetActor(ctx.db, actor.id, ctx.clock.now());
  await markStale(ctx.db, `actor:${actor.id}`, 'district');
}
