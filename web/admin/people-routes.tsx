import { z } from 'zod';
import {
  INVITATION_DAYS,
  invitePerson,
  renewInvitation,
  withdrawInvitation,
} from '../../server/actions/invite-person.ts';
import { LIMITS } from '../../server/domain/text-limits.ts';
import { LABELS } from '../../server/domain/vocabulary.ts';
import { accounts } from '../../server/reads/accounts.ts';
import { openInvitations } from '../../server/reads/open-invitations.ts';
import { withProblems } from '../account/person-form.ts';
import { takenProblem } from '../account/taken-problem.ts';
import { typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { forAdmins } from './for-admins.ts';
import { AdminPeoplePage, type NewLink } from './people-page.tsx';

/** Who is here, and asking somebody in. */
export function peopleRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/people',
    forAdmins((visit) => show(visit, emptyForm(visit))),
  );
  routes.memberPost('/admin/people', forAdmins(invite));
  routes.memberPost('/admin/people/invitations/renew', forAdmins(renew));
  routes.memberPost('/admin/people/invitations/withdraw', forAdmins(withdraw));
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
    return show(visit, emptyForm(visit), linkOf(visit, token, email));
  } catch (error) {
    const problem = takenProblem(error);
    if (!problem) throw error;
    return show(visit, withProblems(freshForm(frame.say, sent), [problem]));
  }
}

async function renew(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, form } = visit;
  await takeOne(visit, 'invite', viewer.actorId);
  const { token, email } = await renewInvitation(web.ctx, viewer.actorId, typed(form, 'id'));
  return show(visit, emptyForm(visit), linkOf(visit, token, email));
}

async function withdraw(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  await withdrawInvitation(web.ctx, viewer.actorId, typed(form, 'id'));
  return { seeOther: paths.invitePeople(), flash: { kind: 'ok', text: frame.say('invite.withdrawn') } };
}

function linkOf({ frame }: MemberVisit, token: string, email: string | null): NewLink {
  return { address: `${frame.origin}${paths.join(token)}`, email, days: INVITATION_DAYS };
}

async function show(
  { web, frame }: MemberVisit,
  form: FormState,
  link: NewLink | null = null,
): Promise<Outcome> {
  const { db, clock } = web.ctx;
  const [people, invitations] = await Promise.all([accounts(db), openInvitations(db, clock.now())]);
  const facts = { people, invitations, form, link };
  return { page: <AdminPeoplePage frame={frame} {...facts} />, status: form.problems.length > 0 ? 422 : 200 };
}
