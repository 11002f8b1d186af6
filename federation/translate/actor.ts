import type { Actor, ActorKind } from '../../server/domain/actor.ts';
import type { ShownPhoto } from '../../server/domain/photo.ts';
import { PUBLIC, wireTime } from './context.ts';
import { imageObject } from './image.ts';

const TYPES: Record<ActorKind, string> = {
  person: 'Person',
  organization: 'Organization',
  application: 'Application',
  group: 'Group',
  service: 'Service',
};

/** What a profile says beyond the actor itself. */
export interface ActorExtras {
  /** our host, for the `webfinger` property (FEP-2c59) */
  localHost: string;
  origin: string;
  /** name and HTML of each line of the profile; at most 8 are sent */
  fields: readonly { name: string; valueHtml: string }[];
  subjects: readonly string[];
  ageMin: number | null;
  ageMax: number | null;
  picture: ShownPhoto | null;
}

const UNSAID = { summaryHtml: '', label: null, discoverable: false, indexable: false } as const;
const NO_EXTRAS = { fields: [], subjects: [], ageMin: null, ageMax: null, picture: null } as const;

/**
 * An actor of ours as ActivityStreams (federation contract, rules 17 to 31): plain JSON without `@context`.
 * Lists are lists even with one element; every flag is written out, since an absent one counts as false.
 * Of somebody who is suspended only what others need to find and check them is left (rule 97).
 */
export function actorObject(given: Actor, facts: ActorExtras) {
  const isSuspended = given.state === 'suspended';
  const actor = isSuspended ? { ...given, ...UNSAID, name: given.handle } : given;
  const extras = isSuspended ? { ...facts, ...NO_EXTRAS } : facts;
  const isPerson = actor.kind === 'person';
  return {
    id: actor.uri,
    type: TYPES[actor.kind],
    webfinger: `${actor.handle}@${extras.localHost}`,
    preferredUsername: actor.handle,
    name: actor.name,
    summary: actor.summaryHtml,
    url: actor.url,
    inbox: actor.inbox,
    outbox: actor.outbox,
    followers: actor.followers,
    following: actor.following,
    ...(actor.kind === 'application'
      ? {}
      : { featured: `${actor.uri}/featured`, featuredTags: `${actor.uri}/featuredTags` }),
    endpoints: { sharedInbox: actor.sharedInbox },
    publicKey: { id: actor.keyId, owner: actor.uri, publicKeyPem: actor.keyPem },
    manuallyApprovesFollowers: actor.manuallyApproves,
    discoverable: actor.discoverable,
    indexable: actor.indexable,
    memorial: false,
    suspended: isSuspended,
    published: wireTime(actor.publishedAt),
    updated: wireTime(actor.updatedAt),
    attachment: extras.fields
      .slice(0, 8)
      .map((field) => ({ type: 'PropertyValue', name: field.name, value: field.valueHtml })),
    tag: [],
    attributionDomains: actor.attributionDomains,
    ...(actor.alsoKnownAs.length > 0 ? { alsoKnownAs: actor.alsoKnownAs } : {}),
    ...(actor.movedTo ? { movedTo: actor.movedTo } : {}),
    ...(extras.picture
      ? { icon: imageObject(extras.picture, extras.origin, actor.name || actor.handle) }
      : {}),
    ...(actor.discoverable ? { interactionPolicy: { canFeature: { automaticApproval: [PUBLIC] } } } : {}),
    ...(isPerson && actor.label ? { 'tp:label': actor.label } : {}),
    ...(isPerson && extras.subjects.length > 0 ? { 'tp:subjects': [...extras.subjects] } : {}),
    ...(isPerson && extras.ageMin !== null && extras.ageMax !== null
      ? { 'tp:ages': `${extras.ageMin}-${extras.ageMax}` }
      : {}),
  };
}

export type ActorObject = ReturnType<typeof actorObject>;
