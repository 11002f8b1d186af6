import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { ActorKind } from '../domain/actor.ts';
import { actorUri, instanceUri, personUrl, sharedInboxUri } from '../domain/addresses.ts';
import { isReservedHandle } from '../domain/handle.ts';
import { newId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import { insertActor, localActorByHandle } from '../store/actors.ts';
import type { Tx } from '../store/db.ts';
import { insertKeyPair, type KeyPair } from '../store/keys.ts';
import type { Ctx } from './context.ts';

const generate = promisify(generateKeyPair);

/** A new RSA-2048 key pair, what the fediverse signs with. Takes 50 to 300 ms: make it before a transaction. */
export async function newKeyPair(): Promise<KeyPair> {
  const pair = await generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privatePem: pair.privateKey, publicPem: pair.publicKey };
}

export interface NewActor {
  kind: ActorKind;
  handle: string;
  name: string;
  label?: string;
  summaryHtml?: string;
  discoverable?: boolean;
}

/**
 * Makes one of our own actors with its key, inside the caller's transaction.
 * @param reserved true for the district and the instance, which may carry reserved names
 * @returns the new actor's id
 * @throws Refusal `conflict handle-taken`
 */
export async function makeActor(
  ctx: Ctx,
  tx: Tx,
  actor: NewActor,
  keys: KeyPair,
  reserved = false,
): Promise<string> {
  if (!reserved && isReservedHandle(actor.handle))
    throw new Refusal('conflict', 'handle-taken', { handle: actor.handle });
  if (await localActorByHandle(tx, actor.handle))
    throw new Refusal('conflict', 'handle-taken', { handle: actor.handle });
  const id = newId(ctx.clock.now().getTime());
  const uri = actor.kind === 'application' ? instanceUri(ctx.origin) : actorUri(ctx.origin, id);
  await insertActor(
    tx,
    id,
    {
      uri,
      kind: actor.kind,
      handle: actor.handle,
      host: null,
      name: actor.name,
      summaryHtml: actor.summaryHtml ?? '',
      url:
        actor.kind === 'person'
          ? personUrl(ctx.origin, actor.handle)
          : actor.kind === 'organization'
            ? `${ctx.origin}/district`
            : `${ctx.origin}/about`,
      inbox: `${uri}/inbox`,
      sharedInbox: sharedInboxUri(ctx.origin),
      outbox: `${uri}/outbox`,
      followers: `${uri}/followers`,
      following: `${uri}/following`,
      iconUrl: null,
      fields: [],
      label: actor.label ?? null,
      keyId: `${uri}#main-key`,
      keyPem: keys.publicPem,
      manuallyApproves: actor.kind === 'application',
      discoverable: actor.discoverable ?? true,
      indexable: true,
      alsoKnownAs: [],
      movedTo: null,
      attributionDomains: [ctx.host],
      state: 'active',
    },
    ctx.clock.now(),
  );
  await insertKeyPair(tx, id, keys);
  return id;
}
