import { bringBack } from '../../server/actions/bring-back.ts';
import { takeBackWork } from '../../server/actions/take-back-work.ts';
import { ownTakenBack, takeBackProgress } from '../../server/reads/take-back-progress.ts';
import { pathPart } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { paths } from '../paths.ts';
import { storyOf } from './story-values.ts';
import { TakenBackPage } from './taken-back-page.tsx';

/** After taking back: where the request has got to, bringing the text back as a new draft, keeping nothing of it. */
export function takenBackRoutes(routes: Routes): void {
  routes.memberGet('/write/story/:id/take-back/progress', async (visit) => {
    const work = await own(visit);
    const progress = await takeBackProgress(visit.web.ctx.db, work.id, work.uri);
    const now = visit.web.ctx.clock.now();
    return { page: <TakenBackPage frame={visit.frame} work={work} progress={progress} now={now} /> };
  });
  routes.memberPost('/write/story/:id/bring-back', again);
  routes.memberPost('/write/story/:id/keep-nothing', keepNothing);
}

const own = (visit: MemberVisit) =>
  ownTakenBack(visit.web.ctx.db, visit.viewer.actorId, pathPart(visit, 'id'));

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
