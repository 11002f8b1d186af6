import { noteReportRead } from '../../server/actions/note-report-read.ts';
import { reportContent, reportInput, settleReport } from '../../server/actions/report-content.ts';
import { type AskedAbout, askedAbout } from '../../server/reads/asked-about.ts';
import { oneReport, openReports } from '../../server/reads/open-reports.ts';
import { openAppeals } from '../../server/reads/suspension.ts';
import { pathPart, queryPart, typed } from '../http/asked.ts';
import { takeOne } from '../http/limits.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { appealRoutes } from './appeal-routes.tsx';
import { ASK_LIMIT, AskPage } from './ask-page.tsx';
import { heldRoutes } from './held-routes.tsx';
import { ReportsPage } from './reports-page.tsx';
import { studentRoutes } from './student-routes.tsx';
import { pathOf } from './what-it-is.tsx';

/** Asking a moderator, for every member; what was asked, for moderators and administrators. For others nothing is there. */
export function moderationRoutes(routes: Routes): void {
  routes.memberGet('/moderation/ask', async (visit) =>
    showAsk(visit, await thingOf(visit, queryPart(visit, 'about')), freshForm(visit.frame.say)),
  );
  routes.memberPost('/moderation/ask', ask);
  routes.memberGet('/moderation/reports', (visit) => showReports(visit, null));
  routes.memberPost('/moderation/reports/:id/read', read);
  routes.memberPost('/moderation/reports/:id/close', close);
  appealRoutes(routes);
  heldRoutes(routes);
  studentRoutes(routes);
}

const thingOf = (visit: MemberVisit, uri: string): Promise<AskedAbout> =>
  askedAbout(visit.web.ctx.db, visit.viewer, uri);

function showAsk({ frame }: MemberVisit, about: AskedAbout, form: FormState): Outcome {
  const page = <AskPage frame={frame} form={form} about={about} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

async function ask(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const about = await thingOf(visit, typed(form, 'about'));
  const words = typed(form, 'words').replace(/\r\n?/g, '\n').trim();
  const input = reportInput.safeParse({
    about: [about.uri],
    reason: typed(form, 'reason'),
    text: words,
    forward: typed(form, 'forward') === 'yes',
  });
  const tooLong = [...words].length > ASK_LIMIT ? [{ field: 'words', say: 'too-long' }] : [];
  if (!input.success || tooLong.length > 0) {
    const failed = failedForm(frame.say, form, input.error ?? { issues: [] });
    return showAsk(visit, about, { ...failed, problems: [...failed.problems, ...tooLong] });
  }
  await takeOne(visit, 'report', viewer.actorId);
  await reportContent(web.ctx, viewer.actorId, input.data);
  return { seeOther: pathOf(about), flash: { kind: 'ok', text: frame.say('ask.sent') } };
}

async function showReports(visit: MemberVisit, reading: string | null): Promise<Outcome> {
  const { db } = visit.web.ctx;
  const [reports, appeals] = await Promise.all([
    openReports(db, visit.viewer),
    openAppeals(db, visit.viewer),
  ]);
  const facts = { reports, appeals, reading };
  return { page: <ReportsPage frame={visit.frame} {...facts} /> };
}

/** Words that other members cannot read are shown once, and that is written down. */
async function read(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer } = visit;
  const report = await oneReport(web.ctx.db, viewer, pathPart(visit, 'id'));
  await noteReportRead(web.ctx, viewer.actorId, report.id);
  return showReports(visit, report.id);
}

async function close(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame } = visit;
  await settleReport(web.ctx, viewer.actorId, pathPart(visit, 'id'));
  return { seeOther: paths.reports(), flash: { kind: 'ok', text: frame.say('reports.closed') } };
}
