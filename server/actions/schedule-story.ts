import { Refusal } from '../domain/refusal.ts';
import { nextSchoolMorning } from '../domain/school-time.ts';
import { storyOf } from '../domain/story-of.ts';
import { publishable } from '../domain/work.ts';
import { theDistrict } from '../store/districts.ts';
import { insertNotice } from '../store/notices.ts';
import { inTransaction } from '../store/tx.ts';
import { dueDrafts, lockWork, updateWork } from '../store/works.ts';
import type { Ctx } from './context.ts';
import { type Published, photosInTheWay, publishStory } from './publish-story.ts';
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
): Promise<Scheduled> {
  return inTransaction(ctx.db, async (tx): Promise<Scheduled> => {
    const work = await lockWork(tx, workId);
    if (!work || work.host !== null || work.authorId !== actorId) throw new Refusal('not-found', 'no-work');
    if (work.state !== 'draft') throw new Refusal('conflict', 'already-published');
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
    const district = await theDistrict(tx);
    const at = nextSchoolMorning(ctx.clock.now(), district?.timezone ?? 'UTC');
    await updateWork(tx, workId, { scheduled_at: at });
    return { ok: true, at };
  });
}

/** Takes a draft out of the timetable. @throws Refusal `not-found no-work` */
export async function unscheduleStory(ctx: Ctx, actorId: string, workId: string): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const work = await lockWork(tx, workId);
    if (work?.state !== 'draft' || work.authorId !== actorId) throw new Refusal('not-found', 'no-work');
    await updateWork(tx, workId, { scheduled_at: null });
  });
}

/**
 * Publishes the drafts whose morning has come, each by the same way as with the button. One that is held by the student
 * check or by something missing stays a draft, and its author is told. Runs every minute.
 * @returns how many went out
 */
export async function publishScheduled(ctx: Ctx): Promise<number> {
  let count = 0;
  for (const work of await dueDrafts(ctx.db, ctx.clock.now())) {
    const story = storyOf(work);
    // it was read through when it was put into the timetable, and every change takes it out
    const published = await publishStory(ctx, work.authorId, work.id, story, { attested: true, kept: [] });
    await updateWork(ctx.db, work.id, { scheduled_at: null });
    if (published.ok) count += 1;
    else
      await insertNotice(ctx.db, {
        personId: work.authorId,
        kind: 'schedule-held',
        aboutUri: work.uri,
        objectUri: `${work.uri}#${ctx.clock.now().getTime()}`,
        fromId: work.authorId,
      });
  }
  return count;
}
