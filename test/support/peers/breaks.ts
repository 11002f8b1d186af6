import type { Json } from '../peer-actor.ts';
import type { Delivery, Served } from './simulator.ts';

/**
 * For each rule of the simulators, a change to something good that breaks it: proof that the rule can fail.
 * `sent` changes the delivery of that kind (`Create Article`, `Follow`), `served` the answer with that type.
 */
export type Break =
  | { sent: string; served?: never; change: (delivery: Delivery) => void }
  | { sent?: never; served: string; change: (answer: Served) => void };

const ELSEWHERE = 'https://elsewhere.example/x';
const story = (change: (object: Json) => void): Break => ({
  sent: 'Create Article',
  change: ({ activity }) => change(activity.object),
});
const person = (change: (object: Json) => void): Break => ({
  served: 'Person',
  change: ({ document }) => change(document),
});
const activity = (sent: string, change: (activity: Json) => void): Break => ({
  sent,
  change: (delivery) => change(delivery.activity),
});

export const BREAKS: Readonly<Record<string, Break>> = {
  'a body of at most 1 MB': {
    sent: 'Create Article',
    change: (one) => Object.assign(one, { size: 1_048_577 }),
  },
  'a body of at most 64 KiB': {
    sent: 'Create Article',
    change: (one) => Object.assign(one, { size: 65_537 }),
  },
  'signed at most five minutes and an hour before': {
    sent: 'Follow ',
    change: (one) => Object.assign(one, { signatureAgeSeconds: 3_901 }),
  },
  'signed within the hour': {
    sent: 'Follow ',
    change: (one) => Object.assign(one, { signatureAgeSeconds: 3_601 }),
  },
  'signed at most 300 seconds before': {
    sent: 'Follow ',
    change: (one) => Object.assign(one, { signatureAgeSeconds: 301 }),
  },
  'what is sent is application/activity+json without charset, or ld+json with the profile': {
    sent: 'Follow ',
    change: (one) => Object.assign(one, { contentType: 'application/activity+json; charset=utf-8' }),
  },

  'a document has one of three content types': {
    served: 'Article',
    change: (one) => Object.assign(one, { contentType: 'application/json; charset=utf-8' }),
  },
  'the id of a document is the address where it was found': {
    served: 'Article',
    change: (one) => Object.assign(one, { url: `${one.url}?` }),
  },
  'at most 1 MB': { served: 'Article', change: (one) => Object.assign(one, { size: 1_048_577 }) },
  'a document of at most 256 KiB': {
    served: 'Article',
    change: (one) => Object.assign(one, { size: 262_145 }),
  },
  'a document has the plain address of ActivityStreams as its context, or in it': {
    served: 'Article',
    change: ({ document }) => Object.assign(document, { '@context': [{ as: 'x' }] }),
  },
  'a thread is a collection of addresses or posts': {
    served: 'OrderedCollection',
    change: (one) => {
      one.url = 'https://pinehollow.example/ap/objects/1/context';
      one.document.orderedItems = undefined;
    },
  },

  'an actor has a name, an inbox, and an RSA key that names it as its owner': person((one) => {
    one.publicKey.owner = ELSEWHERE;
  }),
  'an actor has a name, an inbox, an outbox, and a key that names it, on its own host': person((one) => {
    one.publicKey.id = ELSEWHERE;
  }),
  'an actor has an inbox and an outbox': person((one) => {
    one.outbox = undefined;
  }),
  'profile fields are a list': person((one) => {
    one.attachment = one.attachment[0];
  }),
  'page and collections are on the host of the actor': person((one) => {
    one.featured = ELSEWHERE;
  }),
  'inbox, outbox, collections, key and page are on the host of the actor': person((one) => {
    one.inbox = ELSEWHERE;
  }),
  'attributionDomains stands in the whole profile (absent, it would be emptied)': person((one) => {
    one.attributionDomains = undefined;
  }),
  'letters, digits, dots, hyphens and underscores in names': person((one) => {
    one.preferredUsername = 'Rüth';
  }),
  'a name of at most 128 letters, digits, dots, hyphens and underscores': person((one) => {
    one.preferredUsername = 'r'.repeat(129);
  }),

  'a post is of a type that is supported or converted': story((one) => {
    one.type = 'Story';
  }),
  'a Note, Page, Article, Question or Video': story((one) => {
    one.type = 'Event';
  }),
  'an Article, a Note or a Page': story((one) => {
    one.type = 'Question';
  }),
  'a post is on the host of its author': story((one) => {
    one.id = ELSEWHERE;
  }),
  'the sender is the author': story((one) => {
    one.attributedTo = [ELSEWHERE, one.attributedTo];
  }),
  'attributedTo is one address, that of the sender, on the host of the post': story((one) => {
    one.attributedTo = [one.attributedTo];
  }),
  'times are RFC 3339': story((one) => {
    one.published = 'yesterday';
  }),
  'a title and a teaser without markup: they are read as HTML': story((one) => {
    one.summary = '<p>A teaser</p>';
  }),
  'no link in the teaser: it would get the preview card': story((one) => {
    one.summary = 'See https://example.org';
  }),
  'never updated before it was published': story((one) => {
    one.updated = '2020-01-01T00:00:00Z';
  }),
  'the page of a post is an https address': story((one) => {
    one.url = 'http://pinehollow.example/x';
  }),
  'attachment is a list': story((one) => {
    one.attachment = undefined;
  }),
  'to and cc are lists, with the full address of Public': same((to) => to.join()),
  'public is: to is a list of nothing but the full address of Public': same((to) => [...to, ELSEWHERE]),
  'the full address of Public': same(() => ['as:Public']),
  'addressed to somebody': both((one) => Object.assign(one, { to: [], cc: [] })),
  'to and cc are there': both((one) => Object.assign(one, { cc: undefined })),
  'url is a string or one Link (Pleroma takes no list)': story((one) => {
    one.url = [one.url];
  }),
  'a subject is a string': story((one) => {
    one.summary = null;
  }),
  'an attachment has an address': story((one) => {
    one.attachment = [{ type: 'Image' }];
  }),

  'the context is, or contains, the plain address of ActivityStreams': activity('Follow ', (one) => {
    one['@context'] = 'https://w3id.org/security/v1';
  }),
  'an activity has an id on the host of its actor': activity('Follow ', (one) => {
    one.id = ELSEWHERE;
  }),
  'an activity and the post in it have the same addressees': activity('Create Article', (one) => {
    one.cc = [];
  }),
  'an actor is updated by itself': activity('Update Person', (one) => {
    one.object.id = `${one.object.id}x`;
  }),
  'a Delete names something on the host of its actor': activity('Delete Tombstone', (one) => {
    one.object.id = ELSEWHERE;
  }),
  'an Undo holds what is undone, with its type, id, actor and object': activity('Undo Follow', (one) => {
    one.object = one.object.id;
  }),
  'Accept and Reject hold what was asked, with its id, actor and object': activity('Accept Follow', (one) => {
    one.object = one.object.id;
  }),
  'a boost is public and names what it boosts by its address': activity('Announce ', (one) => {
    one.to = [];
  }),
  'an edit is strictly later than the post': activity('Update Article', (one) => {
    one.object.updated = one.object.published;
  }),
  'what is pinned is named by its address, in the featured collection of the actor': activity(
    'Add ',
    (one) => {
      one.object = { id: one.object, type: 'Article' };
    },
  ),
  'a report holds at most 5,000 characters': activity('Flag ', (one) => {
    one.content = 'x'.repeat(5_001);
  }),
};

/** Changes the activity and its object alike. */
function both(change: (one: Json) => void): Break {
  return activity('Create Article', (one) => {
    change(one);
    change(one.object);
  });
}

function same(change: (to: string[]) => unknown): Break {
  return both((one) => Object.assign(one, { to: change(one.to) }));
}
