import { personInput } from '../../server/actions/add-person.ts';
import { joinByInvitation } from '../../server/actions/invite-person.ts';
import { type OpenLink, openLink } from '../../server/reads/open-link.ts';
import { pathPart } from '../http/asked.ts';
import { giveBackOne, takeOne } from '../http/limits.ts';
import { startSession } from '../http/session.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { JoinPage } from './join-page.tsx';
import { accountSent, passwordProblems, withProblems } from './person-form.ts';
import { takenProblem } from './taken-problem.ts';

/** Joining by the link of an invitation. */
export function joinRoutes(routes: Routes): void {
  routes.get('/join/:token', async (visit) => {
    if (visit.viewer.kind === 'member') return alreadyHere(visit);
    const link = await linkOf(visit);
    return showForm(visit, link, freshForm(visit.frame.say, { email: link.email }));
  });
  routes.post('/join/:token', join);
}

const linkOf = ({ web, ...visit }: Visit): Promise<OpenLink> =>
  openLink(web.ctx.db, pathPart({ web, ...visit }, 'token'), 'join', web.ctx.clock.now());

/** Somebody who is signed in opens an invitation: it is for somebody else. */
function alreadyHere({ frame }: Visit): Outcome {
  return { seeOther: paths.home(), flash: { kind: 'problem', text: frame.say('join.already-here') } };
}

async function join(visit: Visit): Promise<Outcome> {
  const { web, form, frame, request } = visit;
  if (visit.viewer.kind === 'member') return alreadyHere(visit);
  const link = await linkOf(visit);
  const input = personInput.safeParse(accountSent(form));
  const differing = passwordProblems(form, 'password');
  if (!input.success || differing.length > 0) {
    const failed = failedForm(frame.say, form, input.error ?? { issues: [] });
    return showForm(visit, link, withProblems(failed, differing));
  }
  await takeOne(visit, 'join');
  try {
    const actorId = await joinByInvitation(web.ctx, pathPart(visit, 'token'), input.data);
    await giveBackOne(visit, 'join');
    await startSession(request, actorId, web.ctx.clock.now());
    return {
      seeOther: paths.home(),
      flash: { kind: 'ok', text: frame.say('join.done', { name: input.data.name }) },
    };
  } catch (error) {
    const problem = takenProblem(error);
    if (!problem) throw error;
    return showForm(visit, link, withProblems(freshForm(frame.say, form), [problem]));
  }
}

function showForm({ web, frame, request }: Visit, link: OpenLink, form: FormState): Outcome {
  const action = request.path;
  const page = <JoinPage frame={frame} form={form} action={action} host={web.ctx.host} label={link.label} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}
