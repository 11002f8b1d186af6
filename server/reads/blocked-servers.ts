import type { Db } from '../store/db.ts';

/** A server that this district keeps away from, with the reason given to everybody. */
export interface BlockedServer {
  /** some letters are stars where the district does not want to lead anybody there */
  domain: string;
  severity: 'silence' | 'suspend';
  reason: string;
}

/** Servers with a rule, by name. */
export async function blockedServers(db: Db): Promise<BlockedServer[]> {
  const rows = await db
    .selectFrom('domain_rule')
    .select(['domain', 'severity', 'obfuscate', 'public_comment as reason'])
    .where('severity', 'in', ['silence', 'suspend'])
    .orderBy('domain')
    .execute();
  return rows.map((row) => ({
    domain: row.obfuscate ? withStars(row.domain) : row.domain,
    severity: row.severity as BlockedServer['severity'],
    reason: row.reason,
  }));
}

/** `nasty.example` → `na*****mple`: enough to recognise, not to visit. */
function withStars(domain: string): string {
  const quarter = Math.floor(domain.length / 4);
  return (
    domain.slice(0, quarter) + '*'.repeat(domain.length - 2 * quarter) + domain.slice(domain.length - quarter)
  );
}
