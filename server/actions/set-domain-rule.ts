import type { DomainRule } from '../domain/domain-rule.ts';
import { Refusal } from '../domain/refusal.ts';
import { insertAuditEntry } from '../store/audit.ts';
import { applySuspension, removeDomainRule, saveDomainRule } from '../store/domain-rules.ts';
import { personById } from '../store/people.ts';
import { inTransaction } from '../store/tx.ts';
import { type Ctx, markStale } from './context.ts';

/**
 * Decides what this node does about another server. A suspension takes effect at once on delivery, fetching and display.
 * @throws Refusal `not-allowed admins-only`, `invalid own-domain`
 */
export async function setDomainRule(ctx: Ctx, by: string, rule: DomainRule): Promise<void> {
  await requireAdmin(ctx, by);
  if (ctx.host === rule.domain || ctx.host.endsWith(`.${rule.domain}`))
    throw new Refusal('invalid', 'own-domain');
  await inTransaction(ctx.db, async (tx) => {
    await saveDomainRule(tx, rule, ctx.clock.now());
    await applySuspension(tx, rule.domain, rule.severity === 'suspend');
    await insertAuditEntry(tx, {
      actorId: by,
      action: 'domain-rule',
      about: rule.domain,
      data: { severity: rule.severity },
    });
    await markStale(tx, 'district');
  });
}

/** Lifts a rule; its people appear again. @throws Refusal `not-allowed admins-only` */
export async function liftDomainRule(ctx: Ctx, by: string, domain: string): Promise<void> {
  await requireAdmin(ctx, by);
  await inTransaction(ctx.db, async (tx) => {
    if (!(await removeDomainRule(tx, domain))) return;
    await applySuspension(tx, domain, false);
    await insertAuditEntry(tx, { actorId: by, action: 'domain-rule-lifted', about: domain, data: {} });
    await markStale(tx, 'district');
  });
}

async function requireAdmin(ctx: Ctx, actorId: string): Promise<void> {
  const person = await personById(ctx.db, actorId);
  if (person?.role !== 'admin') throw new Refusal('not-allowed', 'admins-only');
}
