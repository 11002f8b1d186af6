import { z } from 'zod';
import { Refusal } from '../server/domain/refusal.ts';
import { JRD_TYPES } from '../server/net/content-types.ts';
import { NetError } from '../server/net/errors.ts';
import type { GetResult } from '../server/net/net.ts';
import { isBlockedHost } from '../server/reads/addressees.ts';
import type { Office } from './office.ts';

const address = z.string().max(2_048).optional().catch(undefined);
const jrd = z.object({
  subject: z.string().max(1_000).optional(),
  links: z
    .array(
      z
        .object({
          rel: z.string().max(500),
          type: z.string().max(200).optional(),
          href: address,
          template: address,
        })
        .loose(),
    )
    .max(100),
});

export type Jrd = z.infer<typeof jrd>;
/** The parts of the post office that are needed here. */
export type Asker = Pick<Office, 'ctx' | 'net' | 'allowPrivate'>;

/** http is for tests and the demo alone. */
export function schemeOf(host: string, allowPrivate: boolean): 'http' | 'https' {
  return allowPrivate && /^(localhost|127\.|\[::1\]|.*:\d+$)/.test(host) ? 'http' : 'https';
}

/**
 * Asks the WebFinger of a server (RFC 7033), never that of a blocked one.
 * @param resource `acct:user@host` or an address
 * @returns what it says, and the host that said it: redirects may lead to another
 * @throws Refusal `not-found`, `unreachable`
 */
export async function askWebfinger(
  { ctx, net, allowPrivate }: Asker,
  host: string,
  resource: string,
): Promise<Jrd & { saidBy: string }> {
  if (await isBlockedHost(ctx.db, host)) throw new Refusal('not-found', 'nothing-at-address');
  const url = `${schemeOf(host, allowPrivate)}://${host}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
  let answer: GetResult;
  try {
    answer = await net.get(url, { accept: 'application/jrd+json, application/json', types: JRD_TYPES });
    const parsed = answer.status === 200 ? jrd.safeParse(answer.json()) : null;
    if (parsed?.success) return { ...parsed.data, saidBy: new URL(answer.url).host };
  } catch (error) {
    if (error instanceof NetError) throw new Refusal('unreachable', 'person-away', { host });
    throw error;
  }
  if (answer.status >= 500 || answer.status === 429)
    throw new Refusal('unreachable', 'person-away', { host });
  throw new Refusal('not-found', 'no-such-person', { handle: `@${resource.replace(/^acct:/, '')}` });
}
