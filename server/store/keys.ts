import type { Db } from './db.ts';

/** Signing keys of our own actors (RSA-2048, PKCS#8 and SPKI PEM). */
export interface KeyPair {
  privatePem: string;
  publicPem: string;
}

export async function insertKeyPair(db: Db, actorId: string, pair: KeyPair): Promise<void> {
  await db
    .insertInto('actor_key')
    .values({ actor_id: actorId, private_pem: pair.privatePem, public_pem: pair.publicPem })
    .execute();
}

/** The signing key of one of ours with the key's id (`uri#main-key`), null when there is none. */
export async function signingKey(
  db: Db,
  actorId: string,
): Promise<{ keyId: string; privatePem: string } | null> {
  const row = await db
    .selectFrom('actor_key')
    .innerJoin('actor', 'actor.id', 'actor_key.actor_id')
    .select(['actor_key.private_pem', 'actor.uri'])
    .where('actor_id', '=', actorId)
    .executeTakeFirst();
  return row ? { keyId: `${row.uri}#main-key`, privatePem: row.private_pem } : null;
}

/** A verified public key as the fast lane keeps it. */
export interface PublicKeyRow {
  keyId: string;
  actorUri: string;
  pem: string;
  state: string;
}

export async function publicKeyById(db: Db, keyId: string): Promise<PublicKeyRow | null> {
  const row = await db
    .selectFrom('actor')
    .select(['uri', 'key_pem', 'state'])
    .where('key_id', '=', keyId)
    .where('host', 'is not', null)
    .executeTakeFirst();
  return row?.key_pem ? { keyId, actorUri: row.uri, pem: row.key_pem, state: row.state } : null;
}

/** The key that waits, of somebody elsewhere by their id. */
export async function waitingKey(db: Db, actorUri: string): Promise<{ keyId: string; pem: string } | null> {
  const row = await db
    .selectFrom('actor')
    .select('next_key')
    .where('uri', '=', actorUri)
    .where('next_key', 'is not', null)
    .executeTakeFirst();
  return row?.next_key ? { keyId: row.next_key.id, pem: row.next_key.pem } : null;
}
