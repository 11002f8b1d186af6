import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { noteObjectReader } from '../server/actions/note-host.ts';
import { distantAddressKey } from '../server/domain/address-key.ts';
import { hostOf } from '../server/domain/handle.ts';
import type { Answer } from '../server/reads/public-cache.ts';
import { inTurn } from './in-turn.ts';
import type { Office } from './office.ts';
import { verifySigner } from './verify.ts';

const AT_ONCE = 16;
const WAITING = 10_000;
/** a hundred a second: to note a thousand new servers takes longer than to answer them */
const PAUSE_MS = 10;
const LONGEST = 8_192;

interface Notes {
  /** server and object, once noted */
  noted: LRUCache<string, true>;
  /** signed requests that are being looked at: what one claims keeps no other from being looked at */
  underWay: Set<string>;
  later: ReturnType<typeof inTurn>;
}

const notes = new WeakMap<Office, Notes>();

function notesOf(office: Office): Notes {
  let own = notes.get(office);
  if (!own) {
    own = {
      noted: new LRUCache<string, true>({ max: 10_000, ttl: 3_600_000 }),
      underWay: new Set(),
      later: inTurn(AT_ONCE, WAITING, PAUSE_MS),
    };
    notes.set(office, own);
  }
  return own;
}

/**
 * Notes in the background which servers fetch an object with a signature, so that a take-back reaches them.
 * The answer never waits for this, and what cannot be verified is forgotten.
 */
export function noteReader(office: Office, request: Request, uri: string): void {
  if (!isSigned(request)) return;
  const { noted, underWay, later } = notesOf(office);
  const signature = `${request.headers.signature ?? ''}${request.headers['signature-input'] ?? ''}`;
  const host = hostOf(/keyid="([^"]{1,2048})"/i.exec(signature)?.[1] ?? '');
  const mark = `${host} ${uri}`;
  const one = `${mark} ${signature}`;
  if (!host || one.length > LONGEST || noted.has(mark) || underWay.has(one)) return;
  const from = distantAddressKey(request.ip);
  const signed = { method: 'GET', target: request.originalUrl, headers: request.headers, body: null, from };
  const now = office.ctx.clock.now();
  const note = async () => {
    const verified = await verifySigner(office.keyFetches, signed, office.ctx, now);
    if (!('signer' in verified)) return;
    await noteObjectReader(office.ctx, uri, host, verified.signer);
    noted.set(mark, true);
  };
  if (later(() => note().finally(() => underWay.delete(one)))) underWay.add(one);
}

/** The same for an object that was asked for by the address of its page. @param answer its document */
export function notePageReader(office: Office, request: Request, answer: Answer): void {
  if (answer.status !== 200 || !isSigned(request)) return;
  const { id } = JSON.parse(answer.body.toString()) as { id: string };
  if (id.startsWith(`${office.ctx.origin}/ap/objects/`)) noteReader(office, request, id);
}

function isSigned({ headers }: Request): boolean {
  return headers.signature !== undefined || headers['signature-input'] !== undefined;
}
