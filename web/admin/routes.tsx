import { z } from 'zod';
import { INVITATION_DAYS, invitePerson } from '../../server/actions/invite-person.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LABELS } from '../../server/domain/vocabulary.ts';
import { accounts } from '../../server/reads/accounts.ts';
import { withProblems } from '../account/person-form.ts';
import { takenProblem } from '../account/taken-problem.ts';
import { typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { districtSettingsRoutes } from './district-routes.tsx';
import { forAdmins } from './for-admins.ts';
import { healthRoutes } from './health-routes.tsx';
import { AdminPeoplePage, type NewLink } from './people-page.tsx';
import { rulesRoutes } from './rules-routes.tsx';

/** Pages of administrators; for everybody else there is nothing at these addresses. */
export function adminRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/people',
    forAdmins((visit) => show(visit, emptyForm(visit))),
  );
  routes.memberPost('/admin/people', forAdmins(invite));
  rulesRoutes(routes);
  healthRoutes(routes);
  districtSettingsRoutes(routes);
}

const invitationInput = z.object({
  email: z.literal('').or(z.string().trim().max(LIMITS.email, 'too-long').pipe(z.email('not-an-email'))),
  label: z.enum(LABELS, 'unknown'),
});

const emptyForm = ({ frame }: MemberVisit): FormState => freshForm(frame.say, { label: 'teacher' });

async function invite(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const sent = { email: typed(form, 'email').trim(), label: typed(form, 'label') };
  const input = invitationInput.safeParse(sent);
  if (!input.success) return show(visit, failedForm(frame.say, sent, input.error));
  await takeOne(visit, 'invite', viewer.actorId);
  try {
    const email = input.data.email || null;
    const token = await invitePerson(web.ctx, viewer.actorId, { email, label: input.data.label });
    const link = { address: `${frame.origin}${paths.join(token)}`, email, days: INVITATION_DAYS };
    return show(visit, emptyForm(visit), link);
  } catch (error) {
    const problem = takenProblem(error);
    if (!problem) throw error;
    return show(visit, withProblems(freshForm(frame.say, sent), [problem]));
  }
}

async function show(
  { web, frame }: MemberVisit,
  form: FormState,
  link: NewLink | null = null,
): Promise<Outcome> {
  const people = await accounts(web.ctx.db);
  const page = <AdminPeoplePage frame={frame} form={form} people={people} link={link} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}
