import { bringBack } from '../../server/actions/bring-back.ts';
import { appealTakeBack, studentAppealInput } from '../../server/actions/take-back-for-student.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import type { Work } from '../../server/domain/work.ts';
import {
  ownTakenBack,
  takeBackProgress,
  takenBackForStudent,
} from '../../server/reads/take-back-progress.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { storyOf } from './story-values.ts';
import { TakenBackPage } from './taken-back-page.tsx';

/** After taking back: where the request has got to, bringing the text back as a new draft, keeping nothing of it. */
export function takenBackRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/take-back/progress', async (visit) => {
    const work = await own(visit);
    return show(visit, work, freshForm(visit.frame.say));
  });
  routes.memberPost('/write/story/:id/take-back/appeal', appeal);
  routes.memberPost('/write/story/:id/bring-back', again);
  routes.memberPost('/write/story/:id/keep-nothing', keepNothing);
}

const own = (visit: MemberVisit) =>
  ownTakenBack(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

async function show(visit: MemberVisit, work: Work, form: FormState): Promise<Outcome> {
  const { db, clock } = visit.web.ctx;
  const [progress, forStudent] = await Promise.all([
    takeBackProgress(db, work.id, work.uri),
    takenBackForStudent(db, work.uri),
  ]);
  const page = (
    <TakenBackPage frame={visit.frame} {...{ work, progress, forStudent, form }} now={clock.now()} />
  );
  return form.problems.length > 0 ? { page, status: 422 } : { page };
}

/** What the author says to a moderator's decision, for another moderator to read. */
async function appeal(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  const { say } = visit.frame;
  const sent = { appeal: typed(visit.form, 'appeal') };
  const input = studentAppealInput.safeParse(sent);
  if (!input.success) return show(visit, work, failedForm(say, sent, input.error));
  await appealTakeBack(visit.web.ctx, visit.viewer.actorId, work.id, input.data.appeal);
  return {
    seeOther: paths.whereItHasGot(work.id),
    flash: { kind: 'ok', text: say('taken-back.appeal.sent') },
  };
}

async function again(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  const id = await bringBack(visit.web.ctx, visit.viewer.actorId, work.id, storyOf(work));
  return {
    seeOther: paths.writeStory(id),
    flash: { kind: 'ok', text: visit.frame.say('taken-back.again.done') },
  };
}

async function keepNothing(visit: MemberVisit): Promise<Outcome> {
  const work = await own(visit);
  // what readers see is taken back on its own page
  if (work.state === 'published') return { seeOther: paths.takeBack(work.id) };
  await takeBackWork(visit.web.ctx, visit.viewer.actorId, work.id, 'student');
  return {
    seeOther: paths.whereItHasGot(work.id),
    flash: { kind: 'ok', text: visit.frame.say('taken-back.nothing.done') },
  };
}
