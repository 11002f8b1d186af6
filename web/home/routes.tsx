import { Refusal } from '../../server/domain/refusal.ts';
import { isSchoolDay } from '../../server/domain/school-time.ts';
import { firstSteps } from '../../server/reads/first-steps.ts';
import { frontDoor } from '../../server/reads/front-door.ts';
import { homePage, olderNews } from '../../server/reads/home-page.ts';
import { questionFor } from '../../server/reads/questions.ts';
import { queryPart } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes, Visit } from '../http/visit.ts';
import { calendarOf } from '../kit/frame.ts';
import { plansOfVisit } from '../tries/plan-routes.tsx';
import { FrontDoorPage } from './front-door-page.tsx';
import { HomePage } from './home-page.tsx';
import { OlderPage } from './older-page.tsx';

/** `/`: the district's front door, or home. */
export function homeRoutes(routes: Routes): void {
  routes.get('/', (visit) => (visit.viewer.kind === 'member' ? home(visit as MemberVisit) : door(visit)));
}

async function door(visit: Visit): Promise<Outcome> {
  const data = await frontDoor(visit.web.ctx.db);
  if (!data) throw new Refusal('unavailable', 'not-set-up');
  return { page: <FrontDoorPage frame={visit.frame} data={data} />, tags: ['district'] };
}

async function home(visit: MemberVisit): Promise<Outcome> {
  const { db } = visit.web.ctx;
  const after = queryPart(visit, 'after');
  if (after !== '')
    return {
      page: <OlderPage frame={visit.frame} page={await olderNews(db, visit.viewer.actorId, after)} />,
    };
  const data = await homePage(db, visit.viewer.actorId);
  const isNew = !data.followsSome || !data.hasWorks;
  const steps = isNew ? await firstSteps(db, visit.viewer.actorId, visit.frame.now) : null;
  // weekends and holidays are left alone: what is due then is there on the next school day
  const open = await plansOfVisit(visit);
  const today = isSchoolDay(visit.frame.now, calendarOf(visit.frame)) ? open : [];
  const plans = { due: today.filter(({ isDue }) => isDue).slice(0, 3), open: open.length };
  const question = await questionFor(db, visit.viewer);
  return { page: <HomePage {...{ frame: visit.frame, data, plans, steps, question }} /> };
}
