import { changeRole } from '../../server/actions/change-role.ts';
import { closeAccountOf } from '../../server/actions/close-account.ts';
import { liftSuspension } from '../../server/actions/lift-suspension.ts';
import { suspendPerson, suspensionInput } from '../../server/actions/suspend-person.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { ROLES } from '../../server/domain/vocabulary.ts';
import { accountOf } from '../../server/reads/accounts.ts';
import { pathPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { forAdmins } from './for-admins.ts';
import { nameOf } from './people-page.tsx';
import { AdminPersonPage, type OneAccount } from './person-page.tsx';
import { CloseAccountPage, SuspendPersonPage } from './suspend-person-page.tsx';

type Decide = (visit: MemberVisit, account: OneAccount) => Promise<Outcome> | Outcome;

/** What an administrator decides about one colleague: what they may do, whether they are suspended, closing the account. */
export function personRoutes(routes: Routes): void {
  const about = (decide: Decide) =>
    forAdmins(async (visit) => {
      const account = await accountOf(visit.web.ctx.db, pathPart(visit, 'id'));
      if (!account) throw new Refusal('not-found', 'not-found');
      return decide(visit, account);
    });
  /** nobody suspends or closes themselves here */
  const aboutOthers = (decide: Decide) =>
    about((visit, account) => {
      if (account.actorId === visit.viewer.actorId) throw new Refusal('not-found', 'not-found');
      return decide(visit, account);
    });
  routes.memberGet(
    '/admin/people/:id',
    about((visit, account) => show(visit, account, freshForm(visit.frame.say, { role: account.role }))),
  );
  routes.memberPost('/admin/people/:id/role', about(setRole));
  routes.memberGet(
    '/admin/people/:id/suspend',
    aboutOthers((visit, account) => showSuspend(visit, account, freshForm(visit.frame.say))),
  );
  routes.memberPost('/admin/people/:id/suspend', aboutOthers(suspend));
  routes.memberPost('/admin/people/:id/lift', about(lift));
  routes.memberGet(
    '/admin/people/:id/close',
    aboutOthers((visit, account) => showClose(visit, account, freshForm(visit.frame.say))),
  );
  routes.memberPost('/admin/people/:id/close', aboutOthers(close));
}

const answered = (form: FormState) => (form.problems.length > 0 ? 422 : 200);

function show({ frame }: MemberVisit, account: OneAccount, form: FormState): Outcome {
  return { page: <AdminPersonPage frame={frame} account={account} form={form} />, status: answered(form) };
}

function showSuspend({ frame }: MemberVisit, account: OneAccount, form: FormState): Outcome {
  if (account.suspension) return { seeOther: paths.adminPerson(account.actorId) };
  return { page: <SuspendPersonPage frame={frame} account={account} form={form} />, status: answered(form) };
}

function showClose({ frame }: MemberVisit, account: OneAccount, form: FormState): Outcome {
  return { page: <CloseAccountPage frame={frame} account={account} form={form} />, status: answered(form) };
}

async function setRole(visit: MemberVisit, account: OneAccount): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const sent = typed(form, 'role');
  const role = ROLES.find((one) => one === sent);
  const again = (say: string) =>
    show(visit, account, { ...freshForm(frame.say, { role: sent }), problems: [{ field: 'role', say }] });
  if (!role) return again('unknown');
  try {
    await changeRole(web.ctx, viewer.actorId, account.actorId, role);
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'only-admin') throw error;
    return again(error.say);
  }
  const text = frame.say('admin.person.role.saved', { name: nameOf(account) });
  // whoever is no administrator any more has no page here
  const stays = account.actorId !== viewer.actorId || role === 'admin';
  return { seeOther: stays ? paths.invitePeople() : paths.home(), flash: { kind: 'ok', text } };
}

async function suspend(visit: MemberVisit, account: OneAccount): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const sent = { reason: typed(form, 'reason'), note: typed(form, 'note') };
  const input = suspensionInput.safeParse(sent);
  if (!input.success) return showSuspend(visit, account, failedForm(frame.say, sent, input.error));
  await suspendPerson(web.ctx, viewer.actorId, account.actorId, input.data);
  const text = frame.say('suspend-person.done', { name: nameOf(account) });
  return { seeOther: paths.adminPerson(account.actorId), flash: { kind: 'ok', text } };
}

async function lift({ web, viewer, frame }: MemberVisit, account: OneAccount): Promise<Outcome> {
  await liftSuspension(web.ctx, viewer.actorId, account.actorId);
  const text = frame.say('admin.person.lifted', { name: nameOf(account) });
  return { seeOther: paths.adminPerson(account.actorId), flash: { kind: 'ok', text } };
}

async function close(visit: MemberVisit, account: OneAccount): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const handle = typed(form, 'handle').trim();
  if (handle.replace(/^@/, '').toLowerCase() !== account.handle.toLowerCase()) {
    const problems = [{ field: 'handle', say: handle === '' ? 'missing' : 'another' }];
    return showClose(visit, account, { ...freshForm(frame.say, { handle }), problems });
  }
  await closeAccountOf(web.ctx, viewer.actorId, account.actorId);
  const text = frame.say('close-person.done', { name: nameOf(account) });
  return { seeOther: paths.invitePeople(), flash: { kind: 'ok', text } };
}
