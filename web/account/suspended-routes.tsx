import { appealInput, appealSuspension } from '../../server/actions/appeal-suspension.ts';
import { readDistrict } from '../../server/reads/district.ts';
import { ownSuspension } from '../../server/reads/suspension.ts';
import { typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import { endSession } from '../http/session.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { SuspendedPage } from './suspended-page.tsx';

/** The one page of somebody who is suspended. Whoever is not, is led to where they sign in. */
export function suspendedRoutes(routes: Routes): void {
  routes.get('/suspended', (visit) => show(visit, freshForm(visit.frame.say)));
  routes.post('/suspended/appeal', appeal);
}

async function show(visit: Visit, form: FormState): Promise<Outcome> {
  const { web, frame, request } = visit;
  const actorId = request.session?.suspendedId;
  if (actorId === undefined) return { seeOther: paths.signIn() };
  const [own, district] = await Promise.all([ownSuspension(web.ctx.db, actorId), readDistrict(web.ctx.db)]);
  if (!own) {
    // it was lifted, or the account was closed
    await endSession(request);
    return { seeOther: paths.signIn() };
  }
  const contact = district?.contactEmail ?? '';
  const page = <SuspendedPage frame={frame} {...own} form={form} contact={contact} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

async function appeal(visit: Visit): Promise<Outcome> {
  const { web, frame, form, request } = visit;
  const actorId = request.session?.suspendedId;
  if (actorId === undefined) return { seeOther: paths.signIn() };
  const sent = { appeal: typed(form, 'appeal') };
  const input = appealInput.safeParse(sent);
  if (!input.success) return show(visit, failedForm(frame.say, sent, input.error));
  await takeOne(visit, 'report', actorId);
  await appealSuspension(web.ctx, actorId, input.data.appeal);
  return { seeOther: `${paths.suspended()}#appeal` };
}
