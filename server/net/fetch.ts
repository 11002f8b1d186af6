import { Deadline } from './deadline.ts';
import { NetError } from './errors.ts';
import type { Answer } from './exchange.ts';
import { checkUrl, type Guard } from './guard.ts';
import type { Limits } from './limits.ts';
import { type Followed, follow, redirectTarget } from './redirects.ts';
import { toHeaders, wholeReader } from './response.ts';
import type { Sender } from './sender.ts';

/** Headers that say who asks: made for one origin, never sent on to another. */
const CREDENTIALS = [
  'authorization',
  'cookie',
  'signature',
  'signature-input',
  'digest',
  'content-digest',
  'host',
];
/** Headers that belong to the connection. */
const CONNECTION = [
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'te',
];
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A `fetch` for libraries that want one, with the same guards and bounds. Differences from the standard:
 * bodies are whole in memory, compressed ones are refused, there is no cache and no cookie, redirects are
 * followed for GET and HEAD only, and failures are NetErrors.
 */
export function fetchThrough(sender: Sender, guard: Guard, limits: Limits): typeof fetch {
  return async (input, init) => {
    const url = checkUrl(input instanceof Request ? input.url : String(input), guard, limits.urlLength);
    const request = new Request(input, init);
    const deadline = new Deadline(limits.totalMs, request.signal);
    try {
      return toResponse(await answerTo(url, request, deadline));
    } finally {
      deadline.clear();
    }
  };

  async function answerTo(url: URL, request: Request, deadline: Deadline): Promise<Followed> {
    const { method } = request;
    const read = wholeReader(limits.maxBytes);
    const headers = (hop: URL) => headersFor(request, hop.origin === url.origin);
    if (request.redirect === 'follow' && (method === 'GET' || method === 'HEAD')) {
      return follow(sender, guard, limits, url, { method, headers, read, sameHost: false }, deadline);
    }
    const body = request.body ? new Uint8Array(await request.arrayBuffer()) : null;
    const answer = await sender.send(url, { method, headers: headers(url), body }, deadline, read);
    if (request.redirect !== 'manual' && redirectTarget(answer) !== null) {
      throw new NetError('redirect', 'they redirect a request that must not be redirected');
    }
    return { answer, url, hops: 0 };
  }
}

function headersFor(request: Request, sameOrigin: boolean): Record<string, string> {
  const headers = Object.fromEntries(request.headers);
  for (const name of CONNECTION) delete headers[name];
  if (!sameOrigin) for (const name of CREDENTIALS) delete headers[name];
  return headers;
}

function toResponse({ answer, url, hops }: Followed): Response {
  const response = new Response(bodyOf(answer), {
    status: answer.status,
    headers: toHeaders(answer.headers),
  });
  // The constructor cannot set these, and libraries compare `url` with the id they asked for.
  Object.defineProperty(response, 'url', { value: url.href });
  Object.defineProperty(response, 'redirected', { value: hops > 0 });
  return response;
}

function bodyOf(answer: Answer): Uint8Array<ArrayBuffer> | null {
  return WITHOUT_BODY.has(answer.status) ? null : new Uint8Array(answer.body);
}
