import { requireType } from './content-types.ts';
import { NetError } from './errors.ts';
import type { Reader, ResponseHeaders } from './exchange.ts';

/** Reads documents: only a 2xx answer has a body, whose type and size are checked. */
export function documentReader(types: readonly string[], maxBytes: number): Reader {
  return (status, headers) => {
    if (status < 200 || status > 299) return { keep: 0, longer: 'drop' };
    requirePlainEncoding(headers);
    requireType(headers['content-type'], types);
    return { keep: maxBytes, longer: 'refuse' };
  };
}

/** Reads any answer whole, up to `maxBytes`. */
export function wholeReader(maxBytes: number): Reader {
  return (_status, headers) => {
    requirePlainEncoding(headers);
    return { keep: maxBytes, longer: 'refuse' };
  };
}

/** Reads only the start of an answer. */
export function startReader(keepBytes: number): Reader {
  return (_status, headers) => ({ keep: isPlain(headers) ? keepBytes : 0, longer: 'drop' });
}

/** Headers of an answer for those who read them by name; a value that is no proper header is left out. */
export function toHeaders(given: ResponseHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(given)) {
    for (const one of [value ?? []].flat()) {
      try {
        headers.append(name, one);
      } catch {
        // Bytes outside of Latin-1 or control characters: nothing that we use.
      }
    }
  }
  return headers;
}

/** The text that bytes stand for, with control characters (NUL and line ends too) as spaces. */
export function printable(bytes: Uint8Array): string {
  return new TextDecoder()
    .decode(bytes)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

/** @throws NetError `protocol` */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NetError('protocol', 'their answer is not proper JSON', { cause: error, retryable: false });
  }
}

/**
 * Seconds to wait, from a `retry-after` header in either form of RFC 9110 10.2.3, at most 7 days; null when it
 * is missing or unreadable.
 *
 * @param now milliseconds since 1970
 */
export function retryAfterSeconds(header: string | string[] | undefined, now = Date.now()): number | null {
  if (typeof header !== 'string') return null;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now) / 1000;
  if (Number.isNaN(seconds)) return null;
  return Math.min(Math.max(Math.ceil(seconds), 0), 7 * 86_400);
}

function isPlain(headers: ResponseHeaders): boolean {
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === '' || encoding === 'identity';
}

// We ask for no compression: then the bytes that are counted are all there is, and no small answer can unfold.
function requirePlainEncoding(headers: ResponseHeaders): void {
  if (isPlain(headers)) return;
  throw new NetError('protocol', 'their answer is compressed, which was not asked for', { retryable: false });
}
