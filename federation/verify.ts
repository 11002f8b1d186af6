import { hostOf } from '../server/domain/handle.ts';
import { signatures, vocabulary } from './fedify.ts';
import {
  checkRequest,
  type Fault,
  parseSignature,
  type SignedRequest,
  verifySignature,
} from './http-signature.ts';
import type { Asking, Away, KeyFetches } from './key-fetches.ts';
import type { KnownKey } from './keys.ts';
import { preloadedContexts } from './preloaded-contexts.ts';

/** Who signed a request, or why nobody is believed. `away`: their key cannot be had now, so the sender may come again. */
export type Verified = { signer: string } | { fault: string } | Away;

/** A request, and who wants to know by whom it is. */
export type ArrivedRequest = SignedRequest & Asking;

/**
 * Checks who signed a request. The fast lane is draft-cavage with a key that is known; an unknown key is fetched
 * with its actor; RFC 9421 goes through Fedify with the same keys.
 * @param claimedHost when the sender said who it is: then nobody else is asked for a key
 */
export async function verifySigner(
  keys: KeyFetches,
  request: ArrivedRequest,
  own: { origin: string; host: string },
  now: Date,
  claimedHost: string | null = null,
): Promise<Verified> {
  const isRfc9421 = request.headers['signature-input'] !== undefined;
  const signature = isRfc9421 ? null : parseSignature(request.headers.signature);
  if (!isRfc9421 && !signature) return { fault: 'there is no usable signature' };
  const keyId = signature?.keyId ?? keyIdOf(request.headers['signature-input']);
  const host = keyId ? hostOf(keyId) : null;
  if (!keyId || !host || keyId.length > 2_048) return { fault: 'the key has no address' };
  if (host === own.host) return { fault: 'the key is our own' };
  // nobody is asked for the key of somebody else
  if (claimedHost !== null && host !== claimedHost) return { fault: 'the key is on another host' };
  const fault = signature ? checkRequest(request, signature, now) : whyNotCovered(request);
  if (fault !== null) return { fault: FAULTS[fault] };

  const check = async (key: KnownKey) =>
    signature ? verifySignature(request, signature, key.key) : verifyByFedify(request, own.origin, key);
  const found = await keys.find(keyId, request, check);
  if (!found) return { fault: 'the key is not its actor’s' };
  if ('away' in found) return found;
  const { key, holds } = found;
  if (holds ?? (await check(key))) return { signer: key.actorUri };
  // one that was fetched just now is not looked at anew
  if (holds === false) return { fault: FAULTS.signature };
  const renewed = await keys.findAgain(key, request);
  if (renewed && 'away' in renewed) return renewed;
  if (renewed && (await check(renewed.key)))
    return renewed.waits ? NOT_VOUCHED : { signer: renewed.key.actorUri };
  return { fault: FAULTS.signature };
}

const NOT_VOUCHED: Away = {
  away: 'the key is wholly new, and no older one has vouched for it',
  status: 503,
  retryAfter: 300,
};

const FAULTS = {
  components: 'the signature does not cover what it must',
  digest: 'the digest is not that of the body',
  date: 'the date is missing or more than an hour away',
  signature: 'the signature does not match',
} as const;

function keyIdOf(input: string | string[] | undefined): string | null {
  if (typeof input !== 'string' || input.length > 4_096) return null;
  return /;keyid="([^"]+)"/.exec(input)?.[1] ?? null;
}

/** RFC 9421. Fedify never fetches here: the key is given, contexts are preloaded. */
async function verifyByFedify(request: SignedRequest, origin: string, known: KnownKey): Promise<boolean> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (typeof value === 'string') headers.set(name, value);
  const url = new URL(request.target, origin);
  const body = request.body === null ? {} : { body: new Uint8Array(request.body) };
  const { CryptographicKey } = await vocabulary();
  const key = new CryptographicKey({
    id: new URL(known.keyId),
    owner: new URL(known.actorUri),
    publicKey: await crypto.subtle.importKey(
      'spki',
      known.key.export({ type: 'spki', format: 'der' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      true,
      ['verify'],
    ),
  });
  const never = async (): Promise<never> => {
    throw new Error('documents are not fetched while a signature is checked');
  };
  const { verifyRequest } = await signatures();
  try {
    const verified = await verifyRequest(new Request(url, { method: request.method, headers, ...body }), {
      documentLoader: never,
      contextLoader: preloadedContexts,
      timeWindow: { hours: 1 },
      keyCache: { get: async (id) => (id.href === known.keyId ? key : null), set: async () => undefined },
    });
    return verified?.id?.href === known.keyId;
  } catch {
    return false;
  }
}

/**
 * An RFC 9421 request must have one signature (a second one could lend it what it does not cover), which must cover
 * method, target, and the body's digest of a POST (our rule, as Mastodon's).
 */
function whyNotCovered(request: SignedRequest): Fault | null {
  const input = request.headers['signature-input'];
  const lists = typeof input === 'string' ? [...input.matchAll(/=\s*\(([^)]*)\)/g)] : [];
  const covered = lists[0]?.[1]?.split(/\s+/) ?? [];
  const needs = ['"@method"', '"@target-uri"', ...(request.body === null ? [] : ['"content-digest"'])];
  return lists.length === 1 && needs.every((part) => covered.includes(part)) ? null : 'components';
}
