import type { Deadline } from './deadline.ts';
import { NetError } from './errors.ts';
import type { Answer, Reader } from './exchange.ts';
import { checkUrl, type Guard } from './guard.ts';
import type { Limits } from './limits.ts';
import type { Sender } from './sender.ts';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** A GET or HEAD that may be sent on to another address. */
export interface Following {
  method: string;
  /** called for every hop, so that each request can be signed for its own host */
  headers: (url: URL) => Promise<Record<string, string>> | Record<string, string>;
  read: Reader;
  /** refuse redirects to another host or port */
  sameHost: boolean;
}

export interface Followed {
  answer: Answer;
  url: URL;
  hops: number;
}

/**
 * Sends a request and follows its redirects, each target checked like the first address.
 *
 * @throws NetError `redirect` for too many hops, a step from https to http, another host where that is
 *   refused, or a target that is no address; else as `Sender.send` and `checkUrl`
 */
export async function follow(
  sender: Sender,
  guard: Guard,
  limits: Limits,
  start: URL,
  how: Following,
  deadline: Deadline,
): Promise<Followed> {
  let url = start;
  for (let hops = 0; ; hops += 1) {
    const outgoing = { method: how.method, headers: await how.headers(url), body: null };
    const answer = await sender.send(url, outgoing, deadline, how.read);
    const target = redirectTarget(answer);
    if (target === null) return { answer, url, hops };
    if (hops === limits.redirects) throw new NetError('redirect', 'the address redirects too many times');
    url = nextUrl(target, url, how.sameHost, guard, limits);
  }
}

/** The `location` of a redirect as it was sent, or null when the answer is none. */
export function redirectTarget(answer: Answer): string | null {
  if (!REDIRECTS.has(answer.status)) return null;
  const location = answer.headers.location;
  if (Array.isArray(location)) throw new NetError('redirect', 'the address redirects to two places at once');
  return location ?? null;
}

function nextUrl(target: string, from: URL, sameHost: boolean, guard: Guard, limits: Limits): URL {
  const resolved = URL.parse(target, from);
  if (!resolved) throw new NetError('redirect', 'the address redirects to something that is no web address');
  const url = checkUrl(resolved.href, guard, limits.urlLength);
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    throw new NetError('redirect', 'the address redirects from https to http');
  }
  if (sameHost && url.host !== from.host) {
    throw new NetError('redirect', 'the address redirects to another host');
  }
  return url;
}
