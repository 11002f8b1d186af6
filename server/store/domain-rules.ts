import { type Selectable, sql } from 'kysely';
import type { DomainRule } from '../domain/domain-rule.ts';
import type { Db } from './db.ts';
import { isUnder, suspendedDomains } from './hosts.ts';
import type { Tables } from './schema.ts';

function toColumns(rule: DomainRule) {
  return {
    severity: rule.severity,
    reject_media: rule.rejectMedia,
    reject_reports: rule.rejectReports,
    public_comment: rule.publicComment,
    private_comment: rule.privateComment,
    obfuscate: rule.obfuscate,
  };
}

function toRule(row: Selectable<Tables['domain_rule']>): DomainRule {
  return {
    domain: row.domain,
    severity: row.severity as DomainRule['severity'],
    rejectMedia: row.reject_media,
    rejectReports: row.reject_reports,
    publicComment: row.public_comment,
    privateComment: row.private_comment,
    obfuscate: row.obfuscate,
  };
}

export async function saveDomainRule(db: Db, rule: DomainRule, now: Date): Promise<void> {
  const values = toColumns(rule);
  await db
    .insertInto('domain_rule')
    .values({ domain: rule.domain, ...values, created_at: now })
    .onConflict((conflict) => conflict.column('domain').doUpdateSet(values))
    .execute();
}

/** Adds rules about servers that have none yet. @param rules at most 5,000 @returns the domains that were new */
export async function addDomainRules(db: Db, rules: readonly DomainRule[], now: Date): Promise<string[]> {
  if (rules.length === 0) return [];
  const rows = await db
    .insertInto('domain_rule')
    .values(rules.map((rule) => ({ domain: rule.domain, ...toColumns(rule), created_at: now })))
    .onConflict((conflict) => conflict.column('domain').doNothing())
    .returning('domain')
    .execute();
  return rows.map(({ domain }) => domain);
}

export async function removeDomainRule(db: Db, domain: string): Promise<boolean> {
  const result = await db.deleteFrom('domain_rule').where('domain', '=', domain).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function domainRule(db: Db, domain: string): Promise<DomainRule | null> {
  const row = await db.selectFrom('domain_rule').selectAll().where('domain', '=', domain).executeTakeFirst();
  return row ? toRule(row) : null;
}

export async function listDomainRules(db: Db): Promise<DomainRule[]> {
  return (await db.selectFrom('domain_rule').selectAll().orderBy('domain').execute()).map(toRule);
}

const REFUSED = 'this district keeps away from that server';

/**
 * Brings everybody elsewhere in line with the rules as they stand: people under a suspended domain disappear from
 * every page, follows with them end, what waits for their server is not sent; where no rule suspends any more, they
 * appear again. Follows that ended stay ended.
 */
export async function applySuspensions(db: Db): Promise<void> {
  const [domains, hosts] = [await suspendedDomains(db), await knownHosts(db)];
  const under = hosts.filter((host) => isUnder(host, domains));
  await sql`
    update actor set state = 'active', suspended_by_rule = false, fetched_at = null
    where suspended_by_rule and state = 'suspended' and host <> all(${under}::text[])`.execute(db);
  if (under.length === 0) return;
  await sql`
    delete from follow where follower_id in (select id from actor where host = any(${under}::text[]))
      or followed_id in (select id from actor where host = any(${under}::text[]))`.execute(db);
  await sql`
    update actor set state = 'suspended', suspended_by_rule = true, icon_url = null
    where host = any(${under}::text[]) and state in ('active', 'resting', 'moved')`.execute(db);
  await sql`
    update delivery set state = 'refused', finished_at = now(), last_error = ${REFUSED}
    where state = 'waiting' and host = any(${under}::text[])`.execute(db);
}

/** Hosts of people whom we know, and those that something waits for. */
async function knownHosts(db: Db): Promise<string[]> {
  const found = await sql<{ host: string }>`
    select distinct host from actor where host is not null
    union select distinct host from delivery where state = 'waiting'`.execute(db);
  return found.rows.map(({ host }) => host);
}

/** What suspending a domain would end: how many people there are known here, and how many follows with them. */
export async function boundTo(db: Db, domain: string): Promise<{ people: number; follows: number }> {
  const hosts = (await knownHosts(db)).filter((host) => isUnder(host, new Set([domain])));
  const found = await sql<{ people: string; follows: string }>`
    with there as (select id from actor where host = any(${hosts}::text[]) and state <> 'gone' and kind = 'person')
    select (select count(*) from there) as people,
      (select count(*) from follow where state = 'accepted'
        and (follower_id in (select id from there) or followed_id in (select id from there))) as follows`.execute(
    db,
  );
  const row = found.rows[0];
  return { people: Number(row?.people ?? 0), follows: Number(row?.follows ?? 0) };
}
