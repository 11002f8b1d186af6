import { closeAccount } from '../../server/actions/close-account.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { runsAlone } from '../../server/reads/guards.ts';
import { typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import { endSession } from '../http/session.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { LeavePage, LeftPage } from './leave-page.tsx';

/** Closing one's own account. */
export function leaveRoutes(routes: Routes): void {
  routes.memberGet('/settings/account/close', (visit) => show(visit));
  routes.memberPost('/settings/account/close', leave);
}

async function show({ web, viewer, frame }: MemberVisit, problem?: 'missing' | 'wrong'): Promise<Outcome> {
  const alone = await runsAlone(web.ctx.db, viewer.actorId);
  const problems = problem ? [{ field: 'currentPassword', say: problem }] : [];
  const form = { ...freshForm(frame.say), problems };
  return { page: <LeavePage frame={frame} form={form} alone={alone} />, status: problem ? 422 : 200 };
}

async function leave(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form, request } = visit;
  const password = typed(form, 'currentPassword');
  if (password === '') return show(visit, 'missing');
  await takeOne(visit, 'password', viewer.actorId);
  try {
    await closeAccount(web.ctx, viewer.actorId, password);
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'wrong-password') throw error;
    return show(visit, 'wrong');
  }
  await endSession(request);
  return { page: <LeftPage frame={frame} /> };
}
