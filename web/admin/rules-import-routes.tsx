import { importDomainRules } from '../../server/actions/set-domain-rule.ts';
import { CSV_LIMITS, type ReadRules, rulesFromCsv } from '../../server/domain/domain-rule-csv.ts';
import { domainRules } from '../../server/reads/domain-rules.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { forAdmins } from './for-admins.ts';
import { RulesImportPage, RulesPreviewPage } from './rules-import-page.tsx';
import { readUpload } from './upload.ts';

/** Taking over another server's list: the file, a look at what it would change, the change. */
export function rulesImportRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/rules/import',
    forAdmins((visit) => ask(visit)),
  );
  routes.memberPost('/admin/rules/import', forAdmins(look));
  routes.memberPost('/admin/rules/import/apply', forAdmins(apply));
}

type FileProblem = 'missing' | 'too-big' | 'too-many' | 'empty';

function ask({ frame }: MemberVisit, problem?: FileProblem): Outcome {
  const problems = problem ? [{ field: 'file', say: problem }] : [];
  const page = <RulesImportPage frame={frame} form={{ ...freshForm(frame.say), problems }} />;
  return { page, status: problem ? 422 : 200 };
}

async function readList(visit: MemberVisit, field: string): Promise<ReadRules | FileProblem> {
  const csv = (await readUpload(visit))?.get(field) ?? '';
  if (csv.trim() === '') return 'missing';
  if (Buffer.byteLength(csv) > CSV_LIMITS.bytes) return 'too-big';
  const read = rulesFromCsv(csv.toWellFormed().replaceAll('\0', ''), visit.web.ctx.host);
  if (read.tooMany) return 'too-many';
  return read.rules.length + read.faults.length === 0 ? 'empty' : read;
}

async function look(visit: MemberVisit): Promise<Outcome> {
  const read = await readList(visit, 'file');
  if (typeof read === 'string') return ask(visit, read);
  const known = new Set((await domainRules(visit.web.ctx.db)).map(({ domain }) => domain));
  return { page: <RulesPreviewPage frame={visit.frame} read={read} known={known} /> };
}

async function apply(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame } = visit;
  const read = await readList(visit, 'rules');
  if (typeof read === 'string') return ask(visit, read);
  const count = await importDomainRules(web.ctx, viewer.actorId, read.rules);
  return { seeOther: paths.rules(), flash: { kind: 'ok', text: frame.say('import.done', { count }) } };
}
