import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Db } from '../server/store/db.ts';
import { publicKeyById, signingKey } from '../server/store/keys.ts';
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
    const cached = this.#public.get(keyId);
    if (cached) return cached;
    const row = await publicKeyById(this.#db, keyId);
    if (!row || row.state === 'gone') return null;
    return this.remember(keyId, row.actorUri, row.pem);
  }

  /** @returns null when the PEM is no RSA key of 1,024 to 8,192 bits */
  remember(keyId: string, actorUri: string, pem: string): KnownKey | null {
    try {
      const key = createPublicKey(pem);
      const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
      if (key.asymmetricKeyType !== 'rsa' || bits < 1_024 || bits > 8_192) return null;
      const known = { keyId, actorUri, key };
      this.#public.set(keyId, known);
      return known;
    } catch {
      return null;
    }
  }

  forget(keyId: string): void {
    this.#public.delete(keyId);
  }
}
