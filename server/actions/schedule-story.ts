import { isOwn } from '../domain/audience.ts';
import { ALWAYS_OPEN } from '../domain/holiday.ts';
import { Refusal } from '../domain/refusal.ts';
import { nextSchoolMorning } from '../domain/school-time.ts';
import { storyOf } from '../domain/story-of.ts';
import { publishable } from '../domain/work.ts';
import { theDistrict } from '../store/districts.ts';
import { insertNotice } from '../store/notices.ts';
import { inTransaction } from '../store/tx.ts';
import { dueDrafts, lockWork, updateWork } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { type Published, photosInTheWay, publishLocked } from './publish-story.ts';
import { storySubject } from './story-subject.ts';
import { type CheckAnswers, clearToLeave } from './student-check.ts';

export type Scheduled = { ok: true; at: Date } | Extract<Published, { ok: false }>;

/**
 * Lets a draft go out by itself on the next school morning. It is checked now and once more when it goes; a change in
 * between takes it out of the timetable, since it would have to be read through anew.
 * @throws Refusal `not-found`, `conflict already-published`
 */
export async function scheduleStory(
  ctx: Ctx,
  actorId: string,
  workId: string,
  answers: CheckAnswers,
  seen?: Date | null,
): Promise<Scheduled> {
  return inTransaction(ctx.db, async (tx): Promise<Scheduled> => {
    const work = await lockWork(tx, workId);
    if (!isOwn(work, actorId)) throw new Refusal('not-found', 'no-work');
    if (work.state !== 'draft') throw new Refusal('conflict', 'already-published');
    if (seen !== undefined && work.updatedAt?.getTime() !== seen?.getTime())
      throw new Refusal('conflict', 'changed-meanwhile');
    const story = storyOf(work);
    const problems = publishable(story);
    if (problems.length > 0) return { ok: false, problems };
    const unready = await photosInTheWay(tx, workId, story.audience);
    if (unready.length > 0) return { ok: false, problems: unready };
    const still = await clearToLeave(
      { ...ctx, db: tx },
      actorId,
      await storySubject(tx, work, story),
      answers,
      true,
    );
    if (still) return { ok: false, problems: [], still };
    const at = nextSchoolMorning(ctx.clock.now(), (await theDistrict(tx)) ?? ALWAYS_OPEN);
    await updateWork(tx, workId, { scheduled_at: at });
    return { ok: true, at };
  });
}

/** Takes a draft out of the timetable. @throws Refusal `not-found no-work` */
export async function unscheduleStory(ctx: Ctx, actorId: string, workId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (!isOwn(work, actorId) || work.state !== 'draft') throw new Refusal('not-found', 'no-work');
    await updateWork(tx, workId, { scheduled_at: null });
  });
}

/**
 * Publishes the drafts whose morning has come, each by the same way as with the button. One that is held by the student
 * check or by something missing stays a draft, and its author is told. Runs every minute.
 * @param onError told of a draft that could not be published; the others go all the same
 * @returns how many went out
 */
export async function publishScheduled(ctx: Ctx, onError: (error: unknown) => void = raise): Promise<number> {
  let count = 0;
  for (const id of await dueDrafts(ctx.db, ctx.clock.now()))
    try {
      if (await publishDue(ctx, id)) count += 1;
    } catch (error) {
      onError(error);
    }
  return count;
}

const raise = (error: unknown): never => {
  throw error;
};

/** What the draft says and whether its time has come is asked once more, when nobody else can change it. */
async function publishDue(ctx: Ctx, workId: string): Promise<boolean> {
  return inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    const now = ctx.clock.now();
    if (work?.state !== 'draft' || !work.scheduledAt || work.scheduledAt > now) return false;
    // it was read through when it was put into the timetable, and every change takes it out
    const published = await publishLocked(ctx, tx, work, storyOf(work), { attested: true, kept: [] });
    if (published.ok) return true;
    await updateWork(tx, workId, { scheduled_at: null });
    await insertNotice(tx, {
      personId: work.authorId,
      kind: 'schedule-held',
      aboutUri: work.uri,
      objectUri: `${work.uri}#${now.getTime()}`,
      fromId: work.authorId,
    });
    return false;
  });
}
