import type { DomainRule } from '../domain/domain-rule.ts';
import type { Db } from '../store/db.ts';
import { boundTo, domainRule, listDomainRules } from '../store/domain-rules.ts';

/** All rules with what only administrators read, by name. */
export function domainRules(db: Db): Promise<DomainRule[]> {
  return listDomainRules(db);
}

export function ruleFor(db: Db, domain: string): Promise<DomainRule | null> {
  return domainRule(db, domain);
}

/** What would end if this server were suspended: how many people there are known here, and follows with them. */
export function suspensionWouldEnd(db: Db, domain: string): Promise<{ people: number; follows: number }> {
  return boundTo(db, domain);
}
