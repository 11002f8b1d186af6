import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Db } from '../server/store/db.ts';
import { publicKeyById, signingKey, waitingKey } from '../server/store/keys.ts';
import type { SigningKey } from './http-signature.ts';

/** A public key that is known to belong to an actor: both were on one host and named each other. */
export interface KnownKey {
  keyId: string;
  actorUri: string;
  key: KeyObject;
}

const FRESH_MS = 600_000;

/** Key objects in memory in front of the database: reading PEM costs more than checking a signature. */
export class Keys {
  readonly #db: Db;
  readonly #signing = new LRUCache<string, SigningKey>({ max: 1_000, ttl: FRESH_MS });
  readonly #loading = new Map<string, Promise<SigningKey>>();
  readonly #public = new LRUCache<string, KnownKey>({ max: 10_000, ttl: FRESH_MS });

  constructor(db: Db) {
    this.#db = db;
  }

  /** The signing key of one of our actors. @throws Error when the actor is not ours */
  async signing(actorId: string): Promise<SigningKey> {
    const cached = this.#signing.get(actorId);
    if (cached) return cached;
    // a thousand deliveries may begin at once: one of them reads the key
    const loading = this.#loading.get(actorId) ?? this.#load(actorId);
    this.#loading.set(actorId, loading);
    return loading.finally(() => this.#loading.delete(actorId));
  }

  async #load(actorId: string): Promise<SigningKey> {
    const stored = await signingKey(this.#db, actorId);
    if (!stored) throw new Error(`no signing key for ${actorId}`);
    const key = { keyId: stored.keyId, privateKey: createPrivateKey(stored.privatePem) };
    this.#signing.set(actorId, key);
    return key;
  }

  /** A key that was fetched before, null when it is not known (or its actor is gone). */
  async known(keyId: string): Promise<KnownKey | null> {
    return this.#public.get(keyId) ?? this.stored(keyId);
  }

  /** The same as the database has it now. */
  async stored(keyId: string): Promise<KnownKey | null> {
    const row = await publicKeyById(this.#db, keyId);
    if (!row || row.state === 'gone') return null;
    return this.remember(keyId, row.actorUri, row.pem);
  }

  /** @returns null when the PEM is no RSA key of 1,024 to 8,192 bits */
  remember(keyId: string, actorUri: string, pem: string): KnownKey | null {
    const known = readKey(keyId, actorUri, pem);
    if (known) this.#public.set(keyId, known);
    return known;
  }

  /** A wholly new key for which nobody has vouched yet. It proves nothing until it is believed. */
  async waiting(actorUri: string): Promise<KnownKey | null> {
    const waits = await waitingKey(this.#db, actorUri);
    return waits && readKey(waits.keyId, actorUri, waits.pem);
  }

  forget(keyId: string): void {
    this.#public.delete(keyId);
  }
}

/** @returns null when the PEM is no RSA key of 1,024 to 8,192 bits */
export function readKey(keyId: string, actorUri: string, pem: string): KnownKey | null {
  const key = rsaKey(pem);
  return key && { keyId, actorUri, key };
}

function rsaKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= 1_024 && bits <= 8_192 ? key : null;
  } catch {
    return null;
  }
}
