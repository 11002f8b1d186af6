import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';

export type Encoding = 'br' | 'gzip';

const OURS: readonly Encoding[] = ['br', 'gzip'];
const known = new LRUCache<string, { encoding: Encoding | null }>({ max: 200 });

/** The smallest form that this reader takes (RFC 9110, Accept-Encoding); null: as it is. */
export function encodingOf(request: Request): Encoding | null {
  const header = String(request.headers['accept-encoding'] ?? '').slice(0, 200);
  let found = known.get(header);
  if (!found) {
    const taken = takenIn(header);
    found = { encoding: OURS.find((encoding) => taken.has(encoding)) ?? null };
    known.set(header, found);
  }
  return found.encoding;
}

/** The names in the header, without those whose weight is nought. */
function takenIn(header: string): Set<string> {
  const parts = header.toLowerCase().split(',');
  const refused = /;\s*q=0(?:\.0*)?\s*$/;
  return new Set(parts.filter((part) => !refused.test(part)).map((part) => part.replace(/;.*/, '').trim()));
}

/** Page-sized text, made small in about a millisecond: the time counts here, the last percent does not. */
export function packed(body: Buffer, encoding: Encoding): Buffer {
  if (encoding === 'gzip') return gzipSync(body);
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/**
 * Whether an answer for one reader may be made small. Whoever listens on the line sees its length, and a page elsewhere
 * that could have many such answers made, each with a guess in its address, could find out by their lengths what else
 * stands in them (BREACH, breachattack.com). Our pages hold no tokens; but they hold names and drafts. So only what the
 * reader's own hand or one of our pages asked for is made small (Fetch Metadata, which no page elsewhere can forge).
 */
export function askedFromHere(request: Request): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'same-origin' || site === 'none';
}
