import { AS, asList, type Json, PUBLIC } from '../peer-actor.ts';
import {
  AP_TYPES,
  type Delivery,
  hostOf,
  isActor,
  isPost,
  type Post,
  type Rule,
  type Served,
} from './simulator.ts';

/** Rules that several servers share. */

export const LABELLED: Rule<Served> = {
  section: '2.B 13',
  says: 'a document has one of three content types',
  holds: ({ contentType }) => AP_TYPES.includes(contentType),
};

export const OWN_ID: Rule<Served> = {
  section: '2.B 15',
  says: 'the id of a document is the address where it was found',
  holds: ({ url, document }) => document.id === url,
};

export const WITHIN_THE_HOUR: Rule<Delivery> = {
  section: '2.C 36',
  says: 'signed within the hour',
  holds: ({ signatureAgeSeconds }) => signatureAgeSeconds <= 3_600,
};

export const BARE_TYPE: Rule<Delivery> = {
  section: '2.D 43',
  says: 'what is sent is application/activity+json without charset, or ld+json with the profile',
  holds: ({ contentType }) => contentType === AP_TYPES[0] || contentType === AP_TYPES[2],
};

/** Name, inbox, outbox and a key that names its owner, all on one host. */
export const WHOLE_ACTOR: Rule<Json> = {
  section: '2.B 17',
  says: 'an actor has a name, an inbox, an outbox, and a key that names it, on its own host',
  holds: ({ id, preferredUsername, inbox, outbox, publicKey }) =>
    preferredUsername &&
    [inbox, outbox, publicKey.id].every((address) => hostOf(address) === hostOf(id)) &&
    publicKey.owner === id &&
    /^-----BEGIN PUBLIC KEY-----/.test(publicKey.publicKeyPem),
};

/** A post belongs to the one who sent it, and lies on their host. */
export const AUTHORS_OWN: Rule<Post> = {
  section: '3 H1, H2',
  says: 'attributedTo is one address, that of the sender, on the host of the post',
  holds: ({ object, actor }) => object.attributedTo === actor && hostOf(object.id) === hostOf(actor),
};

/** The rules about activities that hold wherever an activity has an effect at all. */
export const ACTIVITIES: readonly Rule<Json>[] = [
  {
    section: '2.B 16',
    says: 'the context is, or contains, the plain address of ActivityStreams',
    holds: (activity) => asList(activity['@context']).includes(AS),
  },
  {
    section: '2.F 80',
    says: 'an activity has an id on the host of its actor',
    holds: ({ id, actor }) => hostOf(id) === hostOf(actor),
  },
  {
    section: '2.E 60',
    says: 'an activity and the post in it have the same addressees',
    holds: ({ type, to, cc, object }) =>
      !['Create', 'Update'].includes(type) ||
      !isPost(object) ||
      JSON.stringify([asList(to), asList(cc)]) === JSON.stringify([asList(object.to), asList(object.cc)]),
  },
  {
    section: '3 H4',
    says: 'an actor is updated by itself',
    holds: ({ type, actor, object }) => type !== 'Update' || !isActor(object) || object.id === actor,
  },
  {
    section: '2.I 94',
    says: 'a Delete names something on the host of its actor',
    holds: ({ type, actor, object }) => type !== 'Delete' || hostOf(object.id ?? object) === hostOf(actor),
  },
  {
    section: '2.F 79',
    says: 'an Undo holds what is undone, with its type, id, actor and object',
    holds: ({ type, actor, object }) =>
      type !== 'Undo' || (object.type && object.id && object.object && object.actor === actor),
  },
  {
    section: '2.F 80',
    says: 'Accept and Reject hold what was asked, with its id, actor and object',
    holds: ({ type, object }) =>
      !['Accept', 'Reject'].includes(type) || (object.type && object.id && object.actor && object.object),
  },
  {
    section: '2.E 64',
    says: 'a boost is public and names what it boosts by its address',
    holds: ({ type, to, object }) =>
      type !== 'Announce' || (asList(to).includes(PUBLIC) && URL.canParse(object)),
  },
];
