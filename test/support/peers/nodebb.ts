import { lines, pageOf, pictures, plain } from './reading.ts';
import { AP_ACCEPT, AP_TYPES, COMMON_ACTIVITIES, hostOf, type Simulator, sees } from './simulator.ts';

const COLLECTIONS = ['Collection', 'CollectionPage', 'OrderedCollection', 'OrderedCollectionPage'];

/** NodeBB (1.4, 2.G 86): a forum. An Article opens a topic under its title; `context` leads to the whole thread. */
export const nodebb: Simulator = {
  name: 'NodeBB',
  accept: AP_ACCEPT,
  deliveries: [
    {
      section: '1.4',
      says: 'content type application/activity+json without charset, or ld+json with the profile',
      holds: ({ contentType }) => contentType === AP_TYPES[0] || contentType === AP_TYPES[2],
    },
    {
      section: '2.C 36',
      says: 'signed within the hour',
      holds: ({ signatureAgeSeconds }) => signatureAgeSeconds <= 3_600,
    },
  ],
  served: [
    {
      section: '2.B 13',
      says: 'a document is labelled as ActivityPub',
      holds: ({ contentType }) => AP_TYPES.includes(contentType),
    },
    {
      section: '2.G 86',
      says: 'a thread is a collection of addresses or posts',
      holds: ({ url, document }) =>
        !url.endsWith('/context') ||
        (COLLECTIONS.includes(document.type) && Array.isArray(document.orderedItems ?? document.items)),
    },
  ],
  actors: [
    {
      section: '2.B 17',
      says: 'an actor has a name, an inbox and a key that names it',
      holds: ({ id, preferredUsername, inbox, publicKey }) =>
        preferredUsername && inbox && publicKey.owner === id,
    },
  ],
  posts: [
    {
      section: '1.4',
      says: 'a Note, Page, Article, Question or Video',
      holds: ({ object }) => ['Note', 'Page', 'Article', 'Question', 'Video'].includes(object.type),
    },
    {
      section: '3 H1',
      says: 'a post is the sender’s, on the sender’s host',
      holds: ({ object, actor }) => object.attributedTo === actor && hostOf(object.id) === hostOf(actor),
    },
  ],
  activities: COMMON_ACTIVITIES,
  reads(object, _known, isEdit) {
    const text = lines(object.content ?? '', 'all');
    const made = object.inReplyTo ? 'a reply' : 'a topic';
    return sees(isEdit ? 'the edited post' : made, {
      title: object.inReplyTo ? '' : object.name || plain(object.content ?? '').slice(0, 64),
      text,
      link: pageOf(object),
      pictures: [...pictures(object), ...(object.image?.url ? [object.image.url] : [])],
    });
  },
};
