import { asList } from '../peer-actor.ts';
import { lines, pageOf, pictures } from './reading.ts';
import { AP_TYPES, COMMON_ACTIVITIES, hostOf, type Simulator, sees } from './simulator.ts';

/**
 * Akkoma and Pleroma (1.4): an Article goes through the same door as a Note, whole; `summary` is the subject, as it
 * stands. That some of their front ends show `name` is not counted on.
 */
export const akkoma: Simulator = {
  name: 'Akkoma, Pleroma',
  accept: 'application/activity+json',
  deliveries: [
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
    { section: '2.B 15', says: 'its id is the address', holds: ({ url, document }) => document.id === url },
  ],
  actors: [
    {
      section: '2.B 17',
      says: 'an actor has a name, an inbox, and a key on its own host that names it',
      holds: ({ id, preferredUsername, inbox, publicKey }) =>
        preferredUsername && inbox && publicKey.owner === id && hostOf(publicKey.id) === hostOf(id),
    },
  ],
  posts: [
    {
      section: '1.4',
      says: 'an Article, a Note or a Page',
      holds: ({ object }) => ['Article', 'Note', 'Page'].includes(object.type),
    },
    {
      section: '1.4',
      says: 'the actor of the activity is the author of the post',
      holds: ({ object, actor }) => object.attributedTo === actor,
    },
    {
      section: '1.4',
      says: 'url is a string or one Link (Pleroma takes no list)',
      holds: ({ object }) =>
        typeof object.url === 'string' ||
        (!Array.isArray(object.url) && typeof object.url?.href === 'string'),
    },
    {
      section: '1.4',
      says: 'to and cc are there',
      holds: ({ object }) => object.to !== undefined && object.cc !== undefined,
    },
    {
      section: '1.4',
      says: 'a subject is a string',
      holds: ({ object }) => ['string', 'undefined'].includes(typeof object.summary),
    },
    {
      section: '1.4',
      says: 'an attachment has an address',
      holds: ({ object }) => pictures(object).length === asList(object.attachment).length,
    },
  ],
  activities: COMMON_ACTIVITIES,
  reads(object, _known, isEdit) {
    return sees(isEdit ? 'the edited post' : object.inReplyTo ? 'a reply' : 'a post', {
      fold: object.summary ?? '',
      text: lines(object.content ?? '', 'all'),
      link: pageOf(object),
      pictures: pictures(object),
    });
  },
};
