import { GRACE_DAYS } from '../domain/taken-back.ts';
import { sweepBackfills } from '../store/backfills.ts';
import { sweepInbox } from '../store/inbox.ts';
import { sweepRateLimits } from '../store/rate-limits.ts';
import { sweepRefusing } from '../store/refusing-inboxes.ts';
import { sweepRaw } from '../store/retention.ts';
import { sweepSessions } from '../store/sessions.ts';
import { sweepUnseenTombstones } from '../store/tombstones.ts';
import { purgeRetracted } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { sweepPhotos } from './sweep-photos.ts';

/** Days that things from other servers are kept: raw JSON, and the ids by which a repeated activity is known. */
const RAW_DAYS = 30;
const ID_DAYS = 30;
/** inboxes that said that nobody is there */
const REFUSING_DAYS = 60;
/** take-backs of what never was here; those of what was are kept for ever */
const TOMBSTONE_DAYS = 90;

/** Removes what is no longer needed. Runs once a night. */
export async function sweep(ctx: Ctx): Promise<void> {
  await sweepSessions(ctx.db, ctx.clock.now());
  await sweepInbox(ctx.db, ID_DAYS);
  await sweepRaw(ctx.db, RAW_DAYS);
  await sweepRateLimits(ctx.db, ctx.clock.now());
  await sweepUnseenTombstones(ctx.db, TOMBSTONE_DAYS);
  await sweepBackfills(ctx.db);
  await sweepRefusing(ctx.db, REFUSING_DAYS);
  const now = ctx.clock.now();
  await purgeRetracted(ctx.db, new Date(now.getTime() - GRACE_DAYS * 86_400_000), now);
  await sweepPhotos(ctx);
}
