import type { ActorKind } from '../../server/domain/actor.ts';
import { hostOf } from '../../server/domain/handle.ts';
import type { ReceivedActor } from '../../server/domain/received.ts';
import { cleanLine, LIMITS } from '../../server/domain/text-limits.ts';
import { plainText } from '../../server/text/remote-html.ts';
import { idOf, idsOf, listOf, ownList, textOf, timeOf, urlOf } from './wire.ts';

const KINDS: Record<string, ActorKind> = {
  Person: 'person',
  Organization: 'organization',
  Application: 'application',
  Group: 'group',
  Service: 'service',
};

/**
 * Reads an actor document. Everything that it names for itself must lie on its own host: id, inbox, key;
 * other addresses on another host are left out.
 * @returns null when it is no actor or its inbox or key is somebody else's
 */
export function receivedActor(json: unknown, now: Date): ReceivedActor | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  const object = json as Record<string, unknown>;
  const uri = idOf(object);
  const host = uri && hostOf(uri);
  const kind =
    typeof object.type === 'string' && Object.hasOwn(KINDS, object.type) ? KINDS[object.type] : undefined;
  const inbox = idOf(object.inbox);
  if (!uri || !host || !kind || !inbox || hostOf(inbox) !== host) return null;
  const own = (value: unknown) => {
    const address = idOf(value);
    return address && hostOf(address) === host ? address : null;
  };
  const key = publicKey(object.publicKey, uri, host);
  const endpoints = (
    typeof object.endpoints === 'object' && object.endpoints !== null ? object.endpoints : {}
  ) as Record<string, unknown>;
  const handle = typeof object.preferredUsername === 'string' ? cleanLine(object.preferredUsername, 128) : '';
  if (!/^[A-Za-z0-9_](?:[\w.:-]{0,126}\w)?$/.test(handle)) return null;
  return {
    uri,
    kind,
    handle,
    host,
    name: plainText(textOf(object, 'name', LIMITS.remoteName), LIMITS.remoteName),
    summaryHtml: textOf(object, 'summary', LIMITS.remoteBio),
    url: urlOf(object.url),
    inbox,
    sharedInbox: own(endpoints.sharedInbox),
    outbox: own(object.outbox),
    followers: own(object.followers),
    following: own(object.following),
    iconUrl: urlOf((listOf(object.icon, 1)[0] as { url?: unknown } | undefined)?.url),
    fields: profileFields(object.attachment),
    label: typeof object['tp:label'] === 'string' ? cleanLine(object['tp:label'], 40) : null,
    keyId: key?.id ?? null,
    keyPem: key?.pem ?? null,
    manuallyApproves: object.manuallyApprovesFollowers === true,
    discoverable: object.discoverable === true,
    indexable: object.indexable === true,
    alsoKnownAs: idsOf(object.alsoKnownAs, 20),
    movedTo: idOf(object.movedTo),
    attributionDomains: listOf(object.attributionDomains, 20).filter(
      (item): item is string => typeof item === 'string' && item.length <= 253,
    ),
    suspended: object.suspended === true,
    publishedAt: timeOf(object.published, now),
    raw: object,
  };
}

/** The first of at most 10 keys that says it is this actor's and lies on the actor's host. */
function publicKey(value: unknown, owner: string, host: string): { id: string; pem: string } | undefined {
  const theirs = ownList(value, 10).flatMap((item) => {
    const id = idOf(item);
    const pem = item.publicKeyPem;
    const isTheirs = id && hostOf(id) === host && (item.owner === owner || item.controller === owner);
    return isTheirs && typeof pem === 'string' && pem.length <= 4_096 ? [{ id, pem }] : [];
  });
  return theirs[0];
}

function profileFields(value: unknown): ReceivedActor['fields'] {
  return ownList(value, LIMITS.remoteFields)
    .filter(
      (item) =>
        item.type === 'PropertyValue' && typeof item.name === 'string' && typeof item.value === 'string',
    )
    .map((item) => ({
      name: cleanLine(String(item.name), 100),
      valueHtml: String(item.value).slice(0, LIMITS.remoteFieldText),
    }));
}
