import type { Lookup } from './connect.ts';
import { Deadline } from './deadline.ts';
import { fetchThrough } from './fetch.ts';
import { checkUrl, type Guard, OPEN_GUARD, PUBLIC_GUARD } from './guard.ts';
import { LIMITS, type Limits } from './limits.ts';
import { follow } from './redirects.ts';
import {
  documentReader,
  parseJson,
  printable,
  retryAfterSeconds,
  startReader,
  toHeaders,
} from './response.ts';
import { Sender } from './sender.ts';

export interface GetOptions {
  /** the `accept` header */
  accept: string;
  /** media types that a 2xx answer may have; see `content-types.ts` */
  types: readonly string[];
  /** called for every hop with its URL, so that a signature is made for one host only; names in lower case */
  headers?: (url: URL) => Promise<Record<string, string>> | Record<string, string>;
  /** bytes, default 1 MiB */
  maxBytes?: number;
  /** refuse redirects to another host; for WebFinger and keys */
  sameHostRedirects?: boolean;
  signal?: AbortSignal;
}

export interface GetResult {
  status: number;
  /** where the answer came from after redirects, without fragment; compare it with the id you asked for */
  url: string;
  headers: Headers;
  /** empty unless the status is 2xx, since only then its type was checked */
  body: Uint8Array;
  text(): string;
  /** @throws NetError `protocol` when the body is not JSON */
  json(): unknown;
}

export interface PostOptions {
  /** names in lower case */
  headers: Record<string, string>;
  body: Uint8Array | string;
}

export interface PostResult {
  /** any status, redirects included: they are not followed */
  status: number;
  retryAfterSeconds: number | null;
  /** at most 2,048 bytes as text, control characters turned into spaces; for the log of deliveries */
  bodyStart: string;
}

/** The way out: every request that a district makes goes through one of these. */
export interface Net {
  /**
   * GET with all bounds, following at most 3 redirects. A status other than 2xx is a result, not an error.
   *
   * @throws NetError; or the signal's reason when the caller gave up
   */
  get(url: string, options: GetOptions): Promise<GetResult>;
  /**
   * POST of given bytes, no redirects. Once the status has come, trouble with the body does not matter.
   *
   * @throws NetError
   */
  post(url: string, options: PostOptions): Promise<PostResult>;
  /** The same guards in the shape of `fetch`; types are not checked. Rejects with NetError. */
  fetch: typeof fetch;
  /** Cuts everything in flight; wait for your own requests first. */
  close(): Promise<void>;
}

export interface NetOptions {
  /** the `user-agent` of every request */
  userAgent: string;
  /** lets http, all ports, private addresses and local names through: for tests and the demo only */
  allowPrivateAddresses: boolean;
  limits?: Partial<Limits>;
  /** single rules that differ from the choice above */
  guard?: Partial<Guard>;
  /** how names become addresses; default: the name servers, or the operating system for local names */
  lookup?: Lookup;
}

/** Opens the outbound client of one district: own sockets, nothing shared with the process. */
export function openNet(options: NetOptions): Net {
  const guard: Guard = { ...(options.allowPrivateAddresses ? OPEN_GUARD : PUBLIC_GUARD), ...options.guard };
  const limits: Limits = { ...LIMITS, ...options.limits };
  const sender = new Sender(guard, limits, options.userAgent, options.lookup);
  const readStart = startReader(limits.postKeepBytes);

  async function get(url: string, how: GetOptions): Promise<GetResult> {
    const start = checkUrl(url, guard, limits.urlLength);
    const headers = async (hop: URL) => ({ ...(await how.headers?.(hop)), accept: how.accept });
    const read = documentReader(how.types, how.maxBytes ?? limits.maxBytes);
    const following = { method: 'GET', headers, read, sameHost: how.sameHostRedirects ?? false };
    const deadline = new Deadline(limits.totalMs, how.signal);
    try {
      const { answer, url: end } = await follow(sender, guard, limits, start, following, deadline);
      const text = () => new TextDecoder().decode(answer.body);
      return {
        status: answer.status,
        url: end.href,
        headers: toHeaders(answer.headers),
        body: answer.body,
        text,
        json: () => parseJson(text()),
      };
    } finally {
      deadline.clear();
    }
  }

  async function post(url: string, { headers, body }: PostOptions): Promise<PostResult> {
    const target = checkUrl(url, guard, limits.urlLength);
    const deadline = new Deadline(limits.totalMs);
    try {
      const outgoing = { method: 'POST', headers: { ...headers }, body };
      const answer = await sender.send(target, outgoing, deadline, readStart);
      return {
        status: answer.status,
        retryAfterSeconds: retryAfterSeconds(answer.headers['retry-after']),
        bodyStart: printable(answer.body),
      };
    } finally {
      deadline.clear();
    }
  }

  return { get, post, fetch: fetchThrough(sender, guard, limits), close: () => sender.close() };
}
