import {
  type FirstAdministratorInput,
  firstAdministratorInput,
  setUpFromLink,
} from '../../server/actions/set-up-district.ts';
import { type District, readDistrict } from '../../server/reads/district.ts';
import { openLink } from '../../server/reads/open-link.ts';
import { accountSent, passwordProblems, withProblems } from '../account/person-form.ts';
import { takenProblem } from '../account/taken-problem.ts';
import { pathPart, typed } from '../http/asked.ts';
import { giveBackOne, takeOne } from '../http/limits.ts';
import { startSession } from '../http/session.ts';
import type { Outcome, Routes, Visit } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { likelyTimezone } from './district-fields.tsx';
import { SetupPage } from './setup-page.tsx';

/** The first run, opened by the one-time link that the server printed. */
export function setupRoutes(routes: Routes): void {
  routes.get('/setup/:token', async (visit) => {
    const district = await checkLink(visit);
    const values = { timezone: likelyTimezone(), language: visit.frame.lang };
    return showForm(visit, district, freshForm(visit.frame.say, values));
  });
  routes.post('/setup/:token', setUp);
}

/** @throws Refusal `not-found link-ended` */
async function checkLink(visit: Visit): Promise<District | null> {
  const { ctx } = visit.web;
  await openLink(ctx.db, pathPart(visit, 'token'), 'setup', ctx.clock.now());
  return readDistrict(ctx.db);
}

async function setUp(visit: Visit): Promise<Outcome> {
  const { web, form, frame, request } = visit;
  const district = await checkLink(visit);
  const input = firstAdministratorInput.safeParse({ ...districtSent(form, district), ...accountSent(form) });
  const differing = passwordProblems(form, 'password');
  if (!input.success || differing.length > 0) {
    const failed = failedForm(frame.say, form, input.error ?? { issues: [] });
    return showForm(visit, district, withProblems(failed, differing));
  }
  await takeOne(visit, 'setup');
  try {
    const actorId = await setUpFromLink(web.ctx, pathPart(visit, 'token'), input.data);
    await giveBackOne(visit, 'setup');
    await startSession(request, actorId, web.ctx.clock.now());
    const text = frame.say('setup.done', { district: input.data.districtName });
    return { seeOther: paths.home(), flash: { kind: 'ok', text } };
  } catch (error) {
    const problem = takenProblem(error);
    if (!problem) throw error;
    return showForm(visit, district, withProblems(freshForm(frame.say, form), [problem]));
  }
}

/** The district as typed, or as it was named from the shell. */
function districtSent(form: Visit['form'], district: District | null): Partial<FirstAdministratorInput> {
  if (district) return { districtName: district.name, shortName: district.shortName };
  return {
    districtName: typed(form, 'districtName'),
    shortName: typed(form, 'shortName').trim().replace(/^@/, ''),
    country: typed(form, 'country'),
    timezone: typed(form, 'timezone'),
    language: typed(form, 'language'),
  };
}

function showForm(visit: Visit, district: District | null, form: FormState): Outcome {
  const { web, frame, request } = visit;
  const shared = { frame, form, action: request.path, host: web.ctx.host };
  const page = <SetupPage {...shared} named={district !== null} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}
