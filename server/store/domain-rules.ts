import { sql } from 'kysely';
import type { DomainRule } from '../domain/domain-rule.ts';
import type { Db } from './db.ts';

export async function saveDomainRule(db: Db, rule: DomainRule, now: Date): Promise<void> {
  const values = {
    severity: rule.severity,
    reject_media: rule.rejectMedia,
    reject_reports: rule.rejectReports,
    public_comment: rule.publicComment,
    private_comment: rule.privateComment,
    obfuscate: rule.obfuscate,
  };
  await db
    .insertInto('domain_rule')
    .values({ domain: rule.domain, ...values, created_at: now })
    .onConflict((conflict) => conflict.column('domain').doUpdateSet(values))
    .execute();
}

export async function removeDomainRule(db: Db, domain: string): Promise<boolean> {
  const result = await db.deleteFrom('domain_rule').where('domain', '=', domain).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function listDomainRules(db: Db): Promise<DomainRule[]> {
  const rows = await db.selectFrom('domain_rule').selectAll().orderBy('domain').execute();
  return rows.map((row) => ({
    domain: row.domain,
    severity: row.severity as DomainRule['severity'],
    rejectMedia: row.reject_media,
    rejectReports: row.reject_reports,
    publicComment: row.public_comment,
    privateComment: row.private_comment,
    obfuscate: row.obfuscate,
  }));
}

/**
 * Brings actors in line with a rule on their domain and its sub-domains: suspended ones disappear from every page,
 * and follows with them end. @returns how many changed
 */
export async function applySuspension(db: Db, domain: string, suspended: boolean): Promise<number> {
  const under = sql`(regexp_replace(host, ':[0-9]+$', '') = ${domain} or host = ${domain} or regexp_replace(host, ':[0-9]+$', '') like ${`%.${domain.replace(/[\\%_]/g, '\\$&')}`})`;
  if (!suspended) {
    const result =
      await sql`update actor set state = 'active', suspended_by_rule = false, fetched_at = null where suspended_by_rule and state = 'suspended' and ${under}`.execute(
        db,
      );
    return Number(result.numAffectedRows ?? 0n);
  }
  await sql`delete from follow using actor where actor.id in (follow.follower_id, follow.followed_id) and actor.host is not null and ${under}`.execute(
    db,
  );
  const result =
    await sql`update actor set state = 'suspended', suspended_by_rule = true, icon_url = null where host is not null and state in ('active', 'resting', 'moved') and ${under}`.execute(
      db,
    );
  return Number(result.numAffectedRows ?? 0n);
}
