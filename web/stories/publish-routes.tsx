import { createHash } from 'node:crypto';
import { type Published, publishStory } from '../../server/actions/publish-story.ts';
import { scheduleStory, unscheduleStory } from '../../server/actions/schedule-story.ts';
import { photoProblems } from '../../server/domain/photo.ts';
import { nextSchoolMorning } from '../../server/domain/school-time.ts';
import type { Problem, StoryInput, Work } from '../../server/domain/work.ts';
import { coAuthorsOf } from '../../server/reads/co-authors.ts';
import { ownWork } from '../../server/reads/drafts.ts';
import { ownPerson } from '../../server/reads/own-person.ts';
import { ownPhotos } from '../../server/reads/photos.ts';
import { ATTESTED, answersIn, CHECK_FIELD } from '../check/check-form.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, freshForm } from '../kit/form-state.ts';
import { calendarOf } from '../kit/frame.ts';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { parentsOf } from './built-on.ts';
import { gapsOf } from './draft-gaps.ts';
import { PreviewPage, SEEN } from './preview-page.tsx';
import { workPath } from './refs.ts';
import { inPageOrder, whatIsInTheWay } from './story-fields.ts';
import { storyOf, storyValues } from './story-values.ts';
import { whoPage } from './who-step.tsx';

/** The last look, publishing, and publishing on the next school morning. */
export function publishRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/preview', async (visit) => {
    const work = await own(visit);
    if (work.state !== 'draft')
      return { seeOther: workPath(work, { handle: visit.frame.viewer.handle, host: null }) };
    // who is named beside the author reads the draft on a page of its own
    if (work.authorId !== visit.viewer.actorId) return { seeOther: paths.joinStory(work.id) };
    return preview(visit, work, freshForm(visit.frame.say));
  });
  routes.memberPost('/write/story/:id/publish', async (visit) => {
    const work = await own(visit);
    // the button was pressed twice
    if (work.state !== 'draft') return { seeOther: paths.done(work.id) };
    return letOut(visit, work, async (story) => {
      const { ctx } = visit.web;
      const result = await publishStory(
        ctx,
        visit.viewer.actorId,
        work.id,
        story,
        answersIn(visit.form),
        work.updatedAt,
      );
      return result.ok ? { seeOther: paths.done(work.id) } : result;
    });
  });
  routes.memberPost('/write/story/:id/schedule', schedule);
}

const own = (visit: MemberVisit): Promise<Work> =>
  ownWork(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

async function schedule(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  const { ctx } = visit.web;
  const { say } = visit.frame;
  if (work.state !== 'draft') return { seeOther: paths.done(work.id) };
  if (typed(visit.form, 'stop') === 'yes') {
    await unscheduleStory(ctx, visit.viewer.actorId, work.id);
    return { seeOther: paths.preview(work.id), flash: { kind: 'ok', text: say('schedule.stopped') } };
  }
  return letOut(visit, work, async () => {
    const result = await scheduleStory(
      ctx,
      visit.viewer.actorId,
      work.id,
      answersIn(visit.form),
      work.updatedAt,
    );
    if (!result.ok) return result;
    const date = dateText(visit.frame, result.at, { clock: true });
    return { seeOther: paths.preview(work.id), flash: { kind: 'ok', text: say('schedule.done', { date }) } };
  });
}

/** Publishes in one way or another; what is in the way leads back to where it can be mended. */
async function letOut(
  visit: MemberVisit,
  work: Work,
  publish: (story: StoryInput) => Promise<Outcome | Extract<Published, { ok: false }>>,
): Promise<Outcome> {
  const story = storyOf(work);
  const { say } = visit.frame;
  if (story.audience === 'me') return { seeOther: paths.storyStep(work.id, 'who') };
  if (whatIsInTheWay(story).length > 0)
    return { ...(await preview(visit, work, freshForm(say))), status: 422 };
  const changed = () =>
    preview(visit, work, { say, values: {}, problems: [{ field: ATTESTED, say: 'changed' }] });
  const seen = typed(visit.form, SEEN);
  if (seen !== '' && seen !== (await asSeen(visit, work))) return { ...(await changed()), status: 422 };
  const result = await publish(story);
  if (!('ok' in result)) return result;
  if (result.still && result.still.questions.length > 0) {
    const open = { say, values: storyValues(story), problems: [{ field: CHECK_FIELD, say: 'open' }] };
    return whoPage(visit, work.id, story, open);
  }
  const unread = result.still ? [{ field: ATTESTED, say: 'missing' }] : [];
  const sent = { say, values: visit.form, problems: unread };
  return { ...(await preview(visit, work, sent, result.problems)), status: 422 };
}

/** What the author looked at: the words and the photos of the draft. */
async function asSeen(visit: MemberVisit, work: Work): Promise<string> {
  const { photos } = await ownPhotos(visit.web.ctx.db, work.id);
  const shown = [storyOf(work), photos.map(({ token, alt }) => [token, alt])];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 20);
}

async function preview(
  visit: MemberVisit,
  work: Work,
  form: FormState,
  found?: readonly Problem[],
): Promise<Outcome> {
  const { frame, web } = visit;
  const [me, builtOn, { photos, policy }, named] = await Promise.all([
    ownPerson(web.ctx.db, visit.viewer.actorId),
    parentsOf(visit, work.builtOn),
    ownPhotos(web.ctx.db, work.id),
    coAuthorsOf(web.ctx.db, work.id),
  ]);
  const coAuthors = named.filter(({ confirmedAt }) => confirmedAt !== null).map(({ actor }) => actor);
  const story = storyOf(work);
  const unready = photoProblems(photos, story.audience, policy);
  const problems = found ?? inPageOrder([...whatIsInTheWay(story), ...unready]);
  const seen = await asSeen(visit, work);
  const morning = nextSchoolMorning(web.ctx.clock.now(), calendarOf(frame));
  const texts = freshForm(frame.say, storyValues(story));
  const gaps = gapsOf(visit, texts);
  const page = (
    <PreviewPage
      {...{ frame, work, author: me.actor, coAuthors, builtOn, photos, problems, form, morning, seen }}
      {...{ gaps, texts }}
    />
  );
  return { page };
}
