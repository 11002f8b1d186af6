import { z } from 'zod';
import { letPlanGo, planInput, planTry, snoozePlan } from '../../server/actions/plan-try.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { dayIn } from '../../server/domain/school-time.ts';
import { originalToTry } from '../../server/reads/original.ts';
import { openPlan, planOf, plansOf } from '../../server/reads/planned-tries.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { dateText } from '../kit/time.tsx';
import { paths } from '../paths.ts';
import { findOriginal } from './find-original.tsx';
import { PlanPage } from './plan-page.tsx';
import { PlansPage } from './plans-page.tsx';
import { PutOffPage } from './put-off-page.tsx';

/** Planning to try something, and the list of what one planned. */
export function planRoutes(routes: Routes): void {
  routes.memberGet('/tries', async (visit) => ({
    page: <PlansPage frame={visit.frame} plans={await plansOfVisit(visit)} />,
  }));
  routes.memberGet('/tries/plan', (visit) =>
    findOriginal(visit, 'plan', async (what) => {
      const before = await planOf(visit.web.ctx.db, visit.viewer.actorId, what.uri);
      const form = freshForm(visit.frame.say, { plannedFor: before?.plannedFor, word: before?.note });
      return { page: <PlanPage frame={visit.frame} original={what} form={form} /> };
    }),
  );
  routes.memberPost('/tries/plan', plan);
  routes.memberPost('/tries/change', async (visit) => {
    const { web, viewer, frame, form } = visit;
    const id = typed(form, 'plan');
    if (typed(form, 'what') === 'snooze') {
      const until = typed(form, 'until') === 'tomorrow' ? 'tomorrow' : 'week';
      return comesBack(visit, await snoozePlan(web.ctx, viewer.actorId, id, until));
    }
    await letPlanGo(web.ctx, viewer.actorId, id);
    return { seeOther: paths.tries(), flash: { kind: 'ok', text: frame.say('plans.let-go.done') } };
  });
  routes.memberGet('/tries/:id/put-off', (visit) => showPutOff(visit, freshForm(visit.frame.say)));
  routes.memberPost('/tries/:id/put-off', putOff);
}

const putOffInput = z.object({ putOff: z.string().min(1, 'missing').pipe(z.iso.date('not-a-day')) });

async function showPutOff(visit: MemberVisit, form: FormState): Promise<Outcome> {
  const plan = await openPlan(visit.web.ctx.db, visit.viewer, pathPart(visit, 'id'));
  const page = <PutOffPage frame={visit.frame} plan={plan} form={form} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

async function putOff(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const input = putOffInput.safeParse({ putOff: typed(form, 'putOff').trim() });
  if (!input.success) return showPutOff(visit, failedForm(frame.say, form, input.error));
  try {
    const day = { day: input.data.putOff };
    return comesBack(visit, await snoozePlan(web.ctx, viewer.actorId, pathPart(visit, 'id'), day));
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'past') throw error;
    const problems = [{ field: 'putOff', say: error.say }];
    return showPutOff(visit, { say: frame.say, values: form, problems });
  }
}

function comesBack({ frame }: MemberVisit, day: string): Outcome {
  const date = dateText(frame, new Date(`${day}T12:00:00Z`), { short: true });
  return {
    seeOther: paths.tries(),
    flash: { kind: 'ok', text: frame.say('plans.put-off.done', { date }) },
  };
}

/** The plans of the one who looks, by the district's day. */
export function plansOfVisit({ web, viewer, frame }: MemberVisit) {
  const today = dayIn(web.ctx.clock.now(), frame.district.timezone ?? 'UTC');
  return plansOf(web.ctx.db, viewer, today);
}

async function plan(visit: MemberVisit): Promise<Outcome> {
  const { ctx } = visit.web;
  const { say } = visit.frame;
  const what = await originalToTry(ctx.db, visit.viewer, typed(visit.form, 'of'));
  const input = planInput.safeParse({
    plannedFor: typed(visit.form, 'plannedFor'),
    word: typed(visit.form, 'word'),
  });
  if (!input.success) {
    const form = failedForm(say, visit.form, input.error);
    return { page: <PlanPage frame={visit.frame} original={what} form={form} />, status: 422 };
  }
  let isNew: boolean;
  try {
    ({ isNew } = await planTry(ctx, visit.viewer.actorId, what.uri, input.data));
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'past') throw error;
    const form = { say, values: visit.form, problems: [{ field: 'plannedFor', say: error.say }] };
    return { page: <PlanPage frame={visit.frame} original={what} form={form} />, status: 422 };
  }
  return { seeOther: paths.tries(), flash: { kind: 'ok', text: say(isNew ? 'plan.done' : 'plan.changed') } };
}
