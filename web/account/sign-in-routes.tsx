import { z } from 'zod';
import { signIn } from '../../server/actions/sign-in.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { readDistrict } from '../../server/reads/district.ts';
import { queryPart, typed } from '../http/asked.ts';
import { giveBackOne, takeOne } from '../http/limits.ts';
import { localPath } from '../http/local-path.ts';
import { endSession, startSession, startSuspendedSession } from '../http/session.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { withProblems } from './person-form.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Signing in and out. */
export function signInRoutes(routes: Routes): void {
  routes.get('/sign-in', (visit) => {
    const back = localPath(queryPart(visit, 'back'));
    return visit.viewer.kind === 'member'
      ? { seeOther: back }
      : showForm(visit, back, freshForm(visit.frame.say));
  });
  routes.post('/sign-in', tryToSignIn);
  routes.post('/sign-out', async ({ request }) => {
    await endSession(request);
    // drafts and lists of names that this browser kept: the next one at this computer may be somebody else
    request.res?.setHeader('Clear-Site-Data', '"storage"');
    return { seeOther: paths.home() };
  });
}

const signInInput = z.object({
  email: z.string().trim().min(1, 'missing'),
  password: z.string().min(1, 'missing'),
});

async function tryToSignIn(visit: Visit): Promise<Outcome> {
  const { web, form, frame, request } = visit;
  const back = localPath(typed(form, 'back'));
  const sent = { email: typed(form, 'email'), password: typed(form, 'password') };
  const input = signInInput.safeParse(sent);
  if (!input.success) return showForm(visit, back, failedForm(frame.say, { email: sent.email }, input.error));
  const email = input.data.email.toLowerCase();
  await takeOne(visit, 'signIn');
  await takeOne(visit, 'signInEmail', email);
  try {
    const found = await signIn(web.ctx, email, input.data.password);
    await Promise.all([giveBackOne(visit, 'signIn'), giveBackOne(visit, 'signInEmail', email)]);
    if (found.kind === 'suspended') {
      await startSuspendedSession(request, found.actorId);
      return { seeOther: paths.suspended() };
    }
    await startSession(request, found.person.actor.id, web.ctx.clock.now());
    return { seeOther: back };
  } catch (error) {
    if (!(error instanceof Refusal) || error.say !== 'sign-in-failed') throw error;
    const problem = { field: 'email', say: 'sign-in-failed' };
    return showForm(visit, back, withProblems(freshForm(frame.say, { email: sent.email }), [problem]));
  }
}

async function showForm({ web, frame }: Visit, back: string, form: FormState): Promise<Outcome> {
  const contact = (await readDistrict(web.ctx.db))?.contactEmail ?? '';
  const page = <SignInPage frame={frame} form={form} back={back} contact={contact} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}
