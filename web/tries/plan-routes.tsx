import { letPlanGo, planInput, planTry, snoozePlan } from '../../server/actions/plan-try.ts';
import { dayIn } from '../../server/domain/school-time.ts';
import { original } from '../../server/reads/original.ts';
import { plansOf } from '../../server/reads/planned-tries.ts';
import { typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { findOriginal } from './find-original.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlansPage } from './plans-page.tsx';

/** Planning to try something, and the list of what one planned. */
export function planRoutes(routes: Routes): void {
  routes.memberGet('/tries', async (visit) => ({
    page: <PlansPage frame={visit.frame} plans={await plansOfVisit(visit)} />,
  }));
  routes.memberGet('/tries/plan', (visit) =>
    findOriginal(visit, 'plan', async (what) => ({
      page: <PlanPage frame={visit.frame} original={what} form={freshForm(visit.frame.say)} />,
    })),
  );
  routes.memberPost('/tries/plan', plan);
  routes.memberPost('/tries/change', async (visit) => {
    const { ctx } = visit.web;
    const id = typed(visit.form, 'plan');
    const what = typed(visit.form, 'what') === 'snooze' ? 'snooze' : 'let-go';
    await (what === 'snooze' ? snoozePlan : letPlanGo)(ctx, visit.viewer.actorId, id);
    return { seeOther: paths.tries(), flash: { kind: 'ok', text: visit.frame.say(`plans.${what}.done`) } };
  });
}

/** The plans of the one who looks, by the district's day. */
export function plansOfVisit({ web, viewer, frame }: MemberVisit) {
  const today = dayIn(web.ctx.clock.now(), frame.district.timezone ?? 'UTC');
  return plansOf(web.ctx.db, viewer, today);
}

async function plan(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const what = await original(ctx.db, visit.viewer, typed(visit.form, 'of'));
  const input = planInput.safeParse({
    plannedFor: typed(visit.form, 'plannedFor'),
    word: typed(visit.form, 'word'),
  });
  if (!input.success) {
    const form = failedForm(say, visit.form, input.error);
    return { page: <PlanPage frame={visit.frame} original={what} form={form} />, status: 422 };
  }
  await planTry(ctx, visit.viewer.actorId, what.uri, input.data);
  return { seeOther: paths.tries(), flash: { kind: 'ok', text: say('plan.done') } };
}
