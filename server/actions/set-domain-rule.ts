import { covers, type DomainRule } from '../domain/domain-rule.ts';
import { Refusal } from '../domain/refusal.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { addDomainRules, applySuspensions, removeDomainRule, saveDomainRule } from '../store/domain-rules.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';
import { requireAdmin } from './require-admin.ts';

/**
 * Decides what this node does about another server. A suspension takes effect at once on delivery, fetching and display.
 * @throws Refusal `not-allowed admins-only`, `invalid own-domain`
 */
export async function setDomainRule(ctx: Ctx, by: string, rule: DomainRule): Promise<void> {
  await requireAdmin(ctx.db, by);
  if (covers(rule.domain, ctx.host)) throw new Refusal('invalid', 'own-domain');
  await inTransaction(ctx.db, async (tx) => {
    await saveDomainRule(tx, rule, ctx.clock.now());
    await applySuspensions(tx);
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'domain-rule',
      about: rule.domain,
      data: { severity: rule.severity },
    });
    await markStale(tx, 'district');
  });
}

/**
 * Takes rules of a list over, all or nothing. A server that has a rule already keeps it.
 * @param rules at most 5,000
 * @returns how many were new
 * @throws Refusal `not-allowed admins-only`
 */
export async function importDomainRules(ctx: Ctx, by: string, rules: readonly DomainRule[]): Promise<number> {
  await requireAdmin(ctx.db, by);
  return inTransaction(ctx.db, async (tx) => {
    const others = rules.filter((rule) => !covers(rule.domain, ctx.host));
    const added = await addDomainRules(tx, others, ctx.clock.now());
    await applySuspensions(tx);
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'domain-rules-imported',
      about: null,
      data: { domains: added },
    });
    await markStale(tx, 'district');
    return added.length;
  });
}

/** Lifts a rule; its people appear again. @throws Refusal `not-allowed admins-only` */
export async function liftDomainRule(ctx: Ctx, by: string, domain: string): Promise<void> {
  await requireAdmin(ctx.db, by);
  await inTransaction(ctx.db, async (tx) => {
    if (!(await removeDomainRule(tx, domain))) return;
    await applySuspensions(tx);
    await insertAuditEntry(tx, { actorId: by, action: 'domain-rule-lifted', about: domain, data: {} });
    await markStale(tx, 'district');
  });
}
