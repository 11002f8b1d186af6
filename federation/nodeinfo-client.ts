import { z } from 'zod';
import { knownHostFacts, noteHostFacts } from '../server/actions/note-host.ts';
import { hostOf } from '../server/domain/handle.ts';
import { cleanLine, LIMITS } from '../server/domain/text-limits.ts';
import { JRD_TYPES, NODEINFO_TYPES } from '../server/net/content-types.ts';
import { NetError } from '../server/net/errors.ts';
import type { Office } from './office.ts';

const FRESH_MS = 86_400_000;
/** The parts of the post office that are needed here. */
type Asker = Pick<Office, 'ctx' | 'net' | 'allowPrivate'>;
type Said = Parameters<typeof noteHostFacts>[2];

const links = z.object({
  links: z.array(z.object({ rel: z.string().max(200), href: z.string().max(2048) })).max(50),
});
const facts = z.object({
  software: z.object({ name: z.string().max(100), version: z.string().max(100) }),
  metadata: z
    .object({ features: z.array(z.string().max(100)).max(50).optional(), nodeName: z.unknown().optional() })
    .loose()
    .optional(),
});

/**
 * Makes sure that we know what another server is (software, features, name), asking its NodeInfo at most once a day.
 * A server that does not say is remembered as one without features.
 */
export async function askNodeInfo(office: Asker, host: string): Promise<void> {
  const known = await knownHostFacts(office.ctx, host);
  if (known?.nodeinfoAt && office.ctx.clock.now().getTime() - known.nodeinfoAt.getTime() < FRESH_MS) return;
  const said = await fetchFacts(office, host);
  // a passing failure does not take away what is known
  if (said === 'away' && known) return;
  await noteHostFacts(
    office.ctx,
    host,
    said === 'away' || said === null ? { software: null, features: [], name: null } : said,
  );
}

async function fetchFacts(office: Asker, host: string): Promise<Said | null | 'away'> {
  const scheme = office.allowPrivate ? 'http' : 'https';
  try {
    const index = await office.net.get(`${scheme}://${host}/.well-known/nodeinfo`, {
      accept: 'application/json',
      types: JRD_TYPES,
      sameHostRedirects: true,
    });
    if (isPassing(index.status)) return 'away';
    const listed = index.status === 200 ? links.safeParse(index.json()).data?.links : undefined;
    const newest = listed
      ?.filter((link) => /ns\/schema\/2\.[01]$/.test(link.rel) && hostOf(link.href) === host)
      .sort((a, b) => b.rel.localeCompare(a.rel))[0];
    if (!newest) return null;
    const answer = await office.net.get(newest.href, {
      accept: 'application/json',
      types: NODEINFO_TYPES,
      sameHostRedirects: true,
    });
    if (isPassing(answer.status)) return 'away';
    const parsed = answer.status === 200 ? facts.safeParse(answer.json()).data : undefined;
    return parsed
      ? {
          software: `${parsed.software.name} ${parsed.software.version}`,
          features: parsed.metadata?.features ?? [],
          name: nameIn(parsed.metadata?.nodeName),
        }
      : null;
  } catch (error) {
    if (error instanceof NetError) return error.retryable ? 'away' : null;
    throw error;
  }
}

function nameIn(said: unknown): string | null {
  return (typeof said === 'string' && cleanLine(said, LIMITS.districtName)) || null;
}

const isPassing = (status: number): boolean => status === 429 || status >= 500;
