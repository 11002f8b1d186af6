import { liftDomainRule, setDomainRule } from '../../server/actions/set-domain-rule.ts';
import { covers, type DomainRule, domainRuleInput } from '../../server/domain/domain-rule.ts';
import { rulesAsCsv } from '../../server/domain/domain-rule-csv.ts';
import { Refusal } from '../../server/domain/refusal.ts';
import { domainRules, ruleFor, suspensionWouldEnd } from '../../server/reads/domain-rules.ts';
import { queryPart, typed } from '../http/asked.ts';
import type { MemberVisit, Outcome, Routes } from '../http/visit.ts';
import { type FormState, failedForm, freshForm } from '../kit/form-state.ts';
import { paths } from '../paths.ts';
import { forAdmins } from './for-admins.ts';
import { COMMENT_LIMIT, RuleFormPage, SuspendPage } from './rule-form-page.tsx';
import { rulesImportRoutes } from './rules-import-routes.tsx';
import { RulesPage } from './rules-page.tsx';

/** What this district does about other servers. */
export function rulesRoutes(routes: Routes): void {
  routes.memberGet(
    '/admin/rules',
    forAdmins(async ({ web, frame }) => ({
      page: <RulesPage frame={frame} rules={await domainRules(web.ctx.db)} />,
    })),
  );
  routes.memberGet(
    '/admin/rules.csv',
    forAdmins(async ({ web, frame }) => ({
      text: rulesAsCsv(await domainRules(web.ctx.db)),
      type: 'text/csv; charset=utf-8',
      download: `${frame.district.shortName}-rules-${frame.now.toISOString().slice(0, 10)}.csv`,
    })),
  );
  routes.memberGet(
    '/admin/rules/new',
    forAdmins((visit) => {
      const values = { domain: queryPart(visit, 'domain'), severity: 'silence' };
      return showForm(visit, freshForm(visit.frame.say, values), null);
    }),
  );
  routes.memberGet(
    '/admin/rules/change',
    forAdmins(async (visit) => {
      const rule = await present(visit);
      return showForm(visit, freshForm(visit.frame.say, valuesOf(rule)), rule.domain);
    }),
  );
  routes.memberPost(
    '/admin/rules/new',
    forAdmins((visit) => save(visit, null)),
  );
  routes.memberPost(
    '/admin/rules/change',
    forAdmins(async (visit) => save(visit, await present(visit))),
  );
  routes.memberPost('/admin/rules/lift', forAdmins(lift));
  rulesImportRoutes(routes);
}

/** The rule that the address names. @throws Refusal `not-found not-found` */
async function present(visit: MemberVisit): Promise<DomainRule> {
  const rule = await ruleFor(visit.web.ctx.db, queryPart(visit, 'domain'));
  if (!rule) throw new Refusal('not-found', 'not-found');
  return rule;
}

function valuesOf(rule: DomainRule): FormState['values'] {
  const ticked = (on: boolean) => (on ? 'yes' : '');
  return {
    ...rule,
    rejectMedia: ticked(rule.rejectMedia),
    rejectReports: ticked(rule.rejectReports),
    obfuscate: ticked(rule.obfuscate),
  };
}

function showForm({ frame }: MemberVisit, form: FormState, domain: string | null): Outcome {
  const page = <RuleFormPage frame={frame} form={form} domain={domain} />;
  return { page, status: form.problems.length > 0 ? 422 : 200 };
}

const FIELDS = [
  'domain',
  'severity',
  'rejectMedia',
  'rejectReports',
  'publicComment',
  'privateComment',
  'obfuscate',
] as const;

/** @param before the rule that is changed; null: a new one */
async function save(visit: MemberVisit, before: DomainRule | null): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const { db, host } = web.ctx;
  const sent = Object.fromEntries(FIELDS.map((name) => [name, typed(form, name)]));
  const input = domainRuleInput.safeParse({
    ...sent,
    domain: before?.domain ?? sent.domain,
    rejectMedia: sent.rejectMedia === 'yes',
    rejectReports: sent.rejectReports === 'yes',
    obfuscate: sent.obfuscate === 'yes',
  });
  const again = failedForm(frame.say, sent, input.error ?? { issues: [] });
  const problems = [...again.problems];
  for (const field of ['publicComment', 'privateComment'] as const)
    if ([...(sent[field] ?? '').trim()].length > COMMENT_LIMIT) problems.push({ field, say: 'too-long' });
  if (input.success && covers(input.data.domain, host)) problems.push({ field: 'domain', say: 'own-domain' });
  if (input.success && before === null && (await ruleFor(db, input.data.domain)))
    problems.push({ field: 'domain', say: 'has-rule' });
  if (!input.success || problems.length > 0)
    return showForm(visit, { ...again, problems }, before?.domain ?? null);
  const rule = input.data;
  const suspends = rule.severity === 'suspend' && before?.severity !== 'suspend';
  if (suspends && typed(form, 'sure') !== 'yes') {
    const ends = await suspensionWouldEnd(db, rule.domain);
    const action = before === null ? paths.newRule() : paths.changeRule(rule.domain);
    return {
      page: <SuspendPage frame={frame} domain={rule.domain} fields={sent} action={action} ends={ends} />,
    };
  }
  await setDomainRule(web.ctx, viewer.actorId, rule);
  const text = frame.say('rules.saved', { domain: rule.domain });
  return { seeOther: paths.rules(), flash: { kind: 'ok', text } };
}

async function lift(visit: MemberVisit): Promise<Outcome> {
  const { web, viewer, frame, form } = visit;
  const domain = typed(form, 'domain');
  await liftDomainRule(web.ctx, viewer.actorId, domain);
  return { seeOther: paths.rules(), flash: { kind: 'ok', text: frame.say('rules.lifted', { domain }) } };
}
