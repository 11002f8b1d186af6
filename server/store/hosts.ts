import { sql } from 'kysely';
import type { Db } from './db.ts';
import { isAnyOf, together } from './together.ts';

/** What a domain rule says of a host or any of its parents. */
export interface HostRule {
  severity: 'silence' | 'suspend' | 'noop';
  rejectMedia: boolean;
  rejectReports: boolean;
}

/** `a.b.example:8080` → `a.b.example`, `b.example`, `example` */
function withParents(host: string): string[] {
  const name = host.replace(/:\d+$/, '');
  const labels = name.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}

/** The strictest severity for a host with every rejection that applies, null when there is no rule. A rule covers sub-domains. */
export async function hostRule(db: Db, host: string): Promise<HostRule | null> {
  return (await hostRules(db, host)) ?? null;
}

const hostRules = together<string, HostRule>(
  (host) => host,
  async (db, hosts) => {
    const names = new Map(hosts.map((host) => [host, [...withParents(host), host]]));
    const rows = await db
      .selectFrom('domain_rule')
      .select(['domain', 'severity', 'reject_media as rejectMedia', 'reject_reports as rejectReports'])
      .where(isAnyOf('domain', [...new Set([...names.values()].flat())]))
      .execute();
    if (rows.length === 0) return new Map();
    const rules = new Map<string, HostRule>();
    for (const [host, covering] of names) {
      const rule = strictest(rows.filter((row) => covering.includes(row.domain)));
      if (rule) rules.set(host, rule);
    }
    return rules;
  },
);

function strictest(
  rows: { severity: string; rejectMedia: boolean; rejectReports: boolean }[],
): HostRule | null {
  const rank = { noop: 0, silence: 1, suspend: 2 } as Record<string, number>;
  const first = rows.toSorted((a, b) => (rank[b.severity] ?? 0) - (rank[a.severity] ?? 0))[0];
  if (!first) return null;
  return {
    severity: first.severity as HostRule['severity'],
    rejectMedia: rows.some((row) => row.rejectMedia),
    rejectReports: rows.some((row) => row.rejectReports),
  };
}

export async function isSuspended(db: Db, host: string): Promise<boolean> {
  return (await hostRule(db, host))?.severity === 'suspend';
}

/** All suspended domains, for filtering a list of receivers at once. */
export async function suspendedDomains(db: Db): Promise<Set<string>> {
  const rows = await db
    .selectFrom('domain_rule')
    .select('domain')
    .where('severity', '=', 'suspend')
    .execute();
  return new Set(rows.map((row) => row.domain));
}

/** True when the host or one of its parents is in the set. */
export function isUnder(host: string, domains: ReadonlySet<string>): boolean {
  return domains.size > 0 && [host, ...withParents(host)].some((name) => domains.has(name));
}

export interface HostFacts {
  software: string | null;
  features: string[];
  nodeinfoAt: Date | null;
}

export async function hostFacts(db: Db, host: string): Promise<HostFacts | null> {
  const row = await db
    .selectFrom('remote_host')
    .select(['software', 'features', 'nodeinfo_at as nodeinfoAt'])
    .where('host', '=', host)
    .executeTakeFirst();
  return row ?? null;
}

export async function saveHostFacts(
  db: Db,
  host: string,
  facts: { software: string | null; features: string[]; name: string | null },
): Promise<void> {
  await sql`
    insert into remote_host (host, software, features, name, nodeinfo_at)
    values (${host}, ${facts.software}, ${facts.features}, ${facts.name}, now())
    on conflict (host) do update set software = excluded.software, features = excluded.features, name = excluded.name,
      nodeinfo_at = now()`.execute(db);
}

/** Notes that a server fetched one of our objects with a signature: a take-back goes to it as well. */
export async function noteReader(db: Db, objectUri: string, host: string, actorUri: string): Promise<void> {
  await db
    .insertInto('object_reader')
    .values({ object_uri: objectUri, host, actor_uri: actorUri })
    .onConflict((conflict) => conflict.columns(['object_uri', 'host']).doNothing())
    .execute();
}

/** Inboxes of the servers that fetched an object with a signature. */
export async function readerInboxes(db: Db, objectUri: string): Promise<{ inbox: string; host: string }[]> {
  const result = await sql<{ inbox: string; host: string }>`
    select distinct coalesce(a.shared_inbox, a.inbox) as inbox, a.host as host
    from object_reader r join actor a on a.uri = r.actor_uri
    where r.object_uri = ${objectUri} and a.inbox is not null and a.host is not null`.execute(db);
  return result.rows;
}
